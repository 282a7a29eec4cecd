import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isRight } from '../src/finding.ts';
import { layOutExercise } from '../src/lay-out-exercise.ts';
import { lessons } from '../src/lessons.ts';
import { runShown } from '../src/page/run-shown.ts';
import { reportFindings } from '../src/report-findings.ts';
import { repository, temporaryPlace } from './temporary-place.ts';

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

it('explains itself on --help, and succeeds', async () => {
  const { exitCode, stdout, stderr } = await runShown('pnpm lesson --help', repository);
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
  expect(stdout).toMatch(/^usage: pnpm lesson \[1–8\]\n\n.*exit code 0 right/);
});

it('says how it is used where there is no such lesson', async () => {
  const { exitCode, stdout, stderr } = await runShown('pnpm lesson 9', repository);
  expect({ exitCode, stdout, stderr }).toEqual({ exitCode: 2, stdout: '', stderr: 'usage: pnpm lesson [1–8]\n' });
});

describe('exercises that are solved in another way', () => {
  it.each([
    {
      number: 3,
      from: '{ "orderId": "{% $states.input.orderId %}", "amount": "{% $states.input.validation.total %}" }',
      to: `"{% {'orderId': $states.input.orderId, 'amount': $states.input.validation.total} %}"`,
    },
    {
      number: 4,
      from: '"ErrorEquals": ["GatewayUnavailable"]',
      to: '"ErrorEquals": ["GatewayUnavailable", "States.Timeout"]',
    },
    { number: 7, from: '-charge`', to: '-payment`' },
  ])('are done as well: lesson $number', async ({ number, from, to }) => {
    expect(await findingsOf(number, from, to)).toEqual([]);
  });

  it.each([
    { number: 4, from: '"GatewayUnavailable"', to: '"States.ALL"', missing: /declined is tried once/ },
    { number: 4, from: '"MaxDelaySeconds": 8,', to: '', missing: /2, 4, 8, 8 seconds/ },
    { number: 5, from: '"CardExpired"', to: '"States.ALL"', missing: /no answer of the business/ },
    { number: 6, from: '"States.ALL"', to: '"States.Timeout"', missing: /nothing is given away/ },
    { number: 7, from: 'orderId}-charge', to: 'amount}-charge', missing: /another order is charged/ },
  ])('are not done by half: lesson $number with $to', async ({ number, from, to, missing }) => {
    const found = await findingsOf(number, from, to);
    expect(found.map(({ says }) => says).join('\n')).toMatch(missing);
  });

  /** What is missing when the solution is written otherwise. */
  async function findingsOf(number: number, from: string, to: string) {
    const lesson = laidOut.find((one) => one.number === number)!;
    const place = temporaryPlace(lesson);
    const solution = readFileSync(join(place.folder, lesson.solution), 'utf8');
    expect(solution).toContain(from);
    writeFileSync(
      join(place.folder, lesson.exercise),
      solution.replace(from, () => to),
    );
    return (await lesson.check(place)).filter(({ but }) => but !== undefined);
  }
});
