import { expect, it } from 'vitest';
import { emptyHandler, measureStarts } from '../bin/starts/measure-starts.ts';
import { reportStarts } from '../bin/starts/report-starts.ts';

it('starts each function and what it is held against, as `pnpm starts` does', async () => {
  const starts = await measureStarts(1, () => {});
  expect(Object.keys(starts)).toContain(emptyHandler);
  for (const [name, rounds] of Object.entries(starts)) expect(rounds, name).toHaveLength(1);
  expect(reportStarts(starts).text).not.toContain('NaN');
});
