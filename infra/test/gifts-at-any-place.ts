import type { CompleteWorkflow } from '../src/composition/workflow.ts';
import { aReadyStage } from './a-ready-stage.ts';
import { Refused } from './a-stage.ts';
import { firstFour } from './first-four.ts';

/** What is tried is where a stage may stand, not who else does. */
const { steps, notice } = firstFour;

/** As patient as new:stage makes an undo. */
export const undoneForSeconds = 4 * 24 * 60 * 60;

const gifts = {
  stage: aReadyStage('gifts', { rejections: [Refused], rejectedAs: 'rejected' }),
  undo: aReadyStage('ungift', { patienceSeconds: undoneForSeconds }),
};

/** A place of the sentence for a stage of a team's own. */
export interface Place {
  /** The states of the stages before and after it. */
  readonly between: string;
  /** How many stages stand before it. */
  readonly index: number;
  readonly undone: boolean;
}

/** Each place, for a stage with an undo and without. */
export const places: readonly Place[] = steps.flatMap(({ stage }, before) => {
  const index = before + 1;
  const next = steps[index]?.stage ?? notice;
  return [false, true].map((undone): Place => ({ between: `${stage.stateName} and ${next.stateName}`, index, undone }));
});

/** The workflow with a stage there. It may reject, and its undo is as patient as new:stage makes one. */
export function withGifts({ index, undone }: Place): CompleteWorkflow {
  const step = undone ? gifts : { stage: gifts.stage };
  return { steps: steps.toSpliced(index, 0, step), notice };
}
