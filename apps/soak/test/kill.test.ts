import { randomNumbers } from '@order-workflow/simulators';
import { expect, it } from 'vitest';
import { killProblems } from '../src/kill/report-kills.ts';
import { runKills } from '../src/kill/run-kills.ts';

const seed = Number(process.env['KILL_SEED'] ?? Date.now() % 1_000_000);

it(`keeps the ledgers right when processes are killed and others go on (KILL_SEED=${seed})`, async () => {
  const batches = await runKills({ kills: 5, ordersPerBatch: 20, random: randomNumbers(seed) });
  expect(killProblems(batches)).toEqual([]);
  expect(batches.flatMap(({ underWay }) => underWay)).toHaveLength(5);
}, 180_000);
