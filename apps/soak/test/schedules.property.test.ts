import { expect, it } from 'vitest';
import { soak } from '../src/soak.ts';
import { keptSchedules } from './kept-schedules.ts';

/**
 * Random orders, faults, crashes and redrives against the synthesized workflow, held to the ledgers of the gateway and
 * the carrier. `pnpm soak` runs many more.
 */

const fresh = Math.floor(Math.random() * 2 ** 31);

it.each([
  ['seed 1, the same every time', 1],
  [`seed ${fresh}, new every time`, fresh],
])('no money is lost, whatever fails: %s', { timeout: 120_000 }, async (_, seed) => {
  const result = await soak({ seed, most: 120, milliseconds: 14_000, lanes: 4, kept: keptSchedules });
  expect(result.failure, `pnpm soak --seed ${seed}`).toBeUndefined();
  expect(result.tally.schedules).toBeGreaterThan(keptSchedules.length);
});
