import { testSeed } from '@order-workflow/toolchain/test-seed';
import { expect, it } from 'vitest';
import { soak } from '../src/soak.ts';
import { keptSchedules } from './kept-schedules.ts';

/**
 * Random orders, faults, crashes and redrives against the synthesized workflow, held to the ledgers of the gateway and
 * the carrier. `pnpm soak` runs many more.
 */

/** By number and not by time, so that a busy machine proves as much as a quiet one; `pnpm test:long` takes 300. */
const schedules = Number(process.env['SCHEDULES'] ?? 15);

it(`no money is lost, whatever fails: seed ${testSeed}`, async () => {
  const result = await soak({ seed: testSeed, schedules, lanes: schedules > 15 ? 2 : 1, kept: keptSchedules });
  expect(result.failure, `pnpm soak --schedules ${schedules} --seed ${testSeed}`).toBeUndefined();
  expect(result.tally.counts.schedules).toBe(schedules);
});
