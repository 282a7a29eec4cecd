import { copyFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Lesson } from './lesson.ts';

type Edited = Pick<Lesson, 'exercise'>;

/** Lays out what a learner changes, unless that was done before: a copy of where one starts, which git does not keep. */
export function layOutExercise({ exercise }: Edited, folder: string): void {
  if (exercise === undefined || existsSync(join(folder, exercise))) return;
  copyFileSync(join(folder, exercise.replace('exercise', 'start')), join(folder, exercise));
}

/** Whether it was laid out; of a lesson that lays out nothing, yes. */
export function isBegun({ exercise }: Edited, folder: string): boolean {
  return exercise === undefined || existsSync(join(folder, exercise));
}
