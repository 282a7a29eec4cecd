import { checkCatch } from './check/check-catch.ts';
import { checkFourBoxes } from './check/check-four-boxes.ts';
import { checkOneState } from './check/check-one-state.ts';
import { checkOwnStage } from './check/check-own-stage.ts';
import { checkRedrive } from './check/check-redrive.ts';
import { checkRetry } from './check/check-retry.ts';
import { checkUndo } from './check/check-undo.ts';
import { checkWhatFlows } from './check/check-what-flows.ts';
import type { Lesson } from './lesson.ts';

/** The lessons, in the order in which they are learned. */
export const lessons: readonly Lesson[] = [
  withMachine(1, '1-one-state', checkOneState),
  withMachine(2, '2-four-boxes', checkFourBoxes),
  withMachine(3, '3-what-flows', checkWhatFlows),
  withMachine(4, '4-retry', checkRetry),
  withMachine(5, '5-catch', checkCatch),
  withMachine(6, '6-undo', checkUndo),
  { number: 7, folder: '7-redrive', check: checkRedrive, exercise: 'exercise.mjs' },
  { number: 8, folder: '8-a-stage-of-your-own', check: checkOwnStage },
];

function withMachine(number: number, folder: string, check: Lesson['check']): Lesson {
  return { number, folder, check, exercise: 'exercise.asl.json' };
}
