import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import { layOutExercise } from '../src/lay-out-exercise.ts';
import type { Lesson, Place } from '../src/lesson.ts';

export const repository = fileURLToPath(new URL('../../../', import.meta.url));

/** A copy of a lesson's folder with its exercise laid out, gone when the test is over. */
export function temporaryPlace(lesson: Lesson): Place {
  const folder = mkdtempSync(join(tmpdir(), 'lesson-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const source = join(repository, 'docs/learn', lesson.folder);
  cpSync(source, folder, { recursive: true, filter: (path) => !path.startsWith(join(source, 'exercise.')) });
  layOutExercise(lesson, folder);
  return { folder, repository };
}
