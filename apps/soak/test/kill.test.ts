import { randomNumbers } from '@order-workflow/simulators';
import { testSeed } from '@order-workflow/toolchain/test-seed';
import { expect, it } from 'vitest';
import { killProblems } from '../src/kill/report-kills.ts';
import { runKills } from '../src/kill/run-kills.ts';

/** How many processes are killed; `pnpm test:long` takes 20. */
const kills = Number(process.env['KILLS'] ?? 2);

it(`keeps the ledgers right when processes are killed and others go on (TEST_SEED=${testSeed})`, async () => {
  const batches = await runKills({ kills, ordersPerBatch: 12, random: randomNumbers(testSeed) });
  expect(killProblems(batches)).toEqual([]);
  expect(batches.flatMap(({ underWay }) => underWay)).toHaveLength(kills);
});
