import { randomNumbers } from '@order-workflow/simulators';
import { expect, it } from 'vitest';
import { killProblems } from '../src/kill/report-kills.ts';
import { runKills } from '../src/kill/run-kills.ts';

/** How many processes are killed: the same moments each time unless there is a number; `pnpm test:long` takes 20 at random. */
const long = process.env['KILLS'];
const kills = Number(long ?? 2);
const seed = Number(process.env['KILL_SEED'] ?? (long === undefined ? 1 : Date.now() % 1_000_000));

it(`keeps the ledgers right when processes are killed and others go on (KILL_SEED=${seed})`, async () => {
  const batches = await runKills({ kills, ordersPerBatch: 12, random: randomNumbers(seed) });
  expect(killProblems(batches)).toEqual([]);
  expect(batches.flatMap(({ underWay }) => underWay)).toHaveLength(kills);
});
