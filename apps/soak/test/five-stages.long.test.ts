import { fileURLToPath } from 'node:url';
import { randomNumbers } from '@order-workflow/simulators';
import { testSeed } from '@order-workflow/toolchain/test-seed';
import { expect, it } from 'vitest';
import { killProblems } from '../src/kill/report-kills.ts';
import { keptWithStock } from './kept-schedules.ts';

// What runs is read as soon as the soak is loaded.
process.env['ORDER_WORKFLOW_ASSEMBLY'] = fileURLToPath(
  new URL('../../../examples/five-stages/cdk.out', import.meta.url),
);
const { soak } = await import('../src/soak.ts');
const { runKills } = await import('../src/kill/run-kills.ts');

/** `pnpm soak --app examples/five-stages` runs as many as one likes. */
const schedules = Number(process.env['STOCK_SCHEDULES'] ?? 50);

it(`no piece is lost, sold twice or kept from anybody, whatever fails: seed ${testSeed}`, async () => {
  const { failure, tally } = await soak({ seed: testSeed, schedules, lanes: 2, kept: keptWithStock });
  expect(failure, `pnpm soak --app examples/five-stages --schedules ${schedules} --seed ${testSeed}`).toBeUndefined();
  expect(tally.counts.schedules).toBe(schedules);
  // Where nobody goes short, nothing is shown.
  expect(tally.counts.turnedAway).toBeGreaterThan(0);
});

it(`loses no piece when processes are killed and others go on: seed ${testSeed}`, async () => {
  const batches = await runKills({ kills: 2, ordersPerBatch: 12, random: randomNumbers(testSeed) });
  expect(killProblems(batches)).toEqual([]);
});
