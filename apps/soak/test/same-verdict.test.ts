import { Worker } from 'node:worker_threads';
import type { HistoryEvent } from '@order-workflow/asl-engine';
import fc from 'fast-check';
import { expect, it, onTestFinished } from 'vitest';
import { type Lane, startLane } from '../src/lane.ts';
import { runToVerdict } from '../src/run-to-verdict.ts';
import { type Schedule, schedules } from '../src/schedule.ts';

/** How many are drawn; with a number, as in `pnpm test:long`, all kinds in which several go on at once come with them. */
const drawn = process.env['VERDICTS'];
const kinds = ['payment=invoked-twice', 'shipping=killed', 'payment=timeout-after-success:2', 'refund=slow-drip'];
const ends = [{ events: [{ at: 5, what: 'crash-before' as const }] }, { events: [], powerCuts: [5, 9] }];
const judged: readonly Schedule[] = [
  ...fc.sample(schedules, { seed: 11, numRuns: Number(drawn ?? 1) }),
  ...kinds.slice(0, drawn === undefined ? 2 : kinds.length).map((fault, index) => ({
    orders: Array.from({ length: 2 }, () => ({
      contents: [
        {
          customerEmail: 'test@example.com',
          items: [{ sku: 'SKU001', quantity: 1 }],
          paymentMethod: 'CreditCard' as const,
        },
      ],
      messages: [0, 2].map((at) => ({ at, content: 0, stamped: false })),
      cancels: [
        { during: 'working' as const, at: 6, moment: 'before' as const, laterMs: 3_000, times: 2, wrong: false },
      ],
    })),
    ambushes: [],
    scattered: [],
    stopFaults: ['throttled' as const],
    world: { gatewayAheadMs: 86_400_000, carrierAheadMs: -3_600_000, landsWithinMs: 600_000, readsLagMs: 3_000 },
    redrives: 'together' as const,
    faults: [fault, 'shipping=refused:1'],
    ...(ends[index % ends.length] as (typeof ends)[number]),
    hastyRedrive: true,
    seed: 5,
  })),
];

/** All that can be said of each schedule: what broke, what struck, what was sent, and each event with its moment. */
async function verdicts(lane: Lane, strikes: string[]) {
  const given: unknown[] = [];
  for (const schedule of judged) {
    strikes.splice(0);
    const { violations, histories } = await runToVerdict(lane, schedule, () => void strikes.splice(0));
    given.push({
      violations,
      strikes: [...strikes],
      calls: [...lane.calls],
      histories: [...histories.orders, ...histories.cancellations].map(ways),
    });
  }
  return given;
}

/** Takes the machine by fits and starts, which changes who comes first more than taking it for good. */
const hog = `
  const never = new Int32Array(new SharedArrayBuffer(4));
  for (;;) {
    for (const until = performance.now() + Math.random() * 20; performance.now() < until; );
    Atomics.wait(never, 0, 0, Math.random() * 40);
  }
`;

const ways = (history: readonly HistoryEvent[]) =>
  history.map(({ type, timestamp }) => `${type} ${timestamp.toISOString()}`);

it('gives a schedule the same verdict on a machine that is busy', async () => {
  const strikes: string[] = [];
  const lane = await startLane({ onStrike: (fault, place) => void strikes.push(JSON.stringify([fault, place])) });
  onTestFinished(() => lane.close());
  const quiet = await verdicts(lane, strikes);
  const hogs = Array.from({ length: 2 }, () => new Worker(hog, { eval: true }));
  onTestFinished(async () => void (await Promise.all(hogs.map((hog) => hog.terminate()))));
  expect(await verdicts(lane, strikes)).toEqual(quiet);
});
