import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isRight } from '../src/finding.ts';
import { layOutExercise } from '../src/lay-out-exercise.ts';
import { lessons } from '../src/lessons.ts';
import { reportFindings } from '../src/report-findings.ts';
import { temporaryPlace } from './temporary-place.ts';

const laidOut = lessons.flatMap((lesson) => {
  const { exercise } = lesson;
  return exercise === undefined ? [] : [{ ...lesson, exercise, solution: exercise.replace('exercise', 'solution') }];
});

describe.each(laidOut)('the exercise of lesson $number', (lesson) => {
  it('is not done where one starts, and says what is missing', async () => {
    const findings = await lesson.check(temporaryPlace(lesson));
    expect(isRight(findings)).toBe(false);
    expect(reportFindings(lesson, findings, undefined)).toContain(`then: pnpm lesson ${lesson.number}`);
  });

  it('is done by the solution that lies beside it', async () => {
    const place = temporaryPlace(lesson);
    copyFileSync(join(place.folder, lesson.solution), join(place.folder, lesson.exercise));
    expect((await lesson.check(place)).filter(({ but }) => but !== undefined)).toEqual([]);
  });

  it('is not laid out again over what a learner has written', () => {
    const { folder } = temporaryPlace(lesson);
    writeFileSync(join(folder, lesson.exercise), 'mine');
    layOutExercise(lesson, folder);
    expect(readFileSync(join(folder, lesson.exercise), 'utf8')).toBe('mine');
  });

  it.each(['', '{', '{}', '[]', 'null', 'export const handler = 1;'])(
    'says what is wrong with a file that holds only "%s"',
    async (text) => {
      const place = temporaryPlace(lesson);
      writeFileSync(join(place.folder, lesson.exercise), text);
      expect((await lesson.check(place)).find(({ but }) => but !== undefined)?.but).toMatch(/\w/);
    },
  );
});
