import { expect, it, onTestFinished } from 'vitest';
import { startLane } from '../src/lane.ts';
import { runToVerdict } from '../src/run-to-verdict.ts';
import type { Schedule } from '../src/schedule.ts';

const order = {
  contents: [
    {
      customerEmail: 'test@example.com',
      items: [{ sku: 'SKU001', quantity: 1 }],
      paymentMethod: 'CreditCard' as const,
    },
  ],
  messages: [{ at: 0, content: 0, stamped: false }],
  cancels: [],
};
/** The payment that had succeeded is tried again where the journal has lost that, and fails; the disk has not what was on its way. */
const paidTwice: Schedule = {
  ...{ orders: [order], faults: [], scattered: [], stopFaults: [], events: [], hastyRedrive: false, seed: 1 },
  world: { gatewayAheadMs: 0, carrierAheadMs: 0, landsWithinMs: 5_000, readsLagMs: 0 },
  redrives: 'together',
  ambushes: [{ machine: 'orders', state: 'Process Payment', nth: 2, fault: 'payment=defect:1' }],
};

// Were a function called sooner than the journal is durable, the parcel of a payment that is taken for failed would be on its way.
it.each([
  ['the start, which whoever sent it sends again', 1, 'fulfilled'],
  ['that the payment succeeded, before Ship Order is called', 3, 'refunded'],
  ['how it ended', 5, 'fulfilled'],
])('of an order keeps the books right where the journal has lost %s', async (_, cut, outcome) => {
  const lane = await startLane();
  onTestFinished(() => lane.close());
  const { violations, powerCuts, histories } = await runToVerdict(lane, { ...paidTwice, powerCuts: [cut] }, () => {});
  expect([violations, powerCuts]).toEqual([[], 1]);
  expect(histories.orders.map((history) => JSON.stringify(history.at(-1)))).toEqual([
    expect.stringContaining(`outcome\\":\\"${outcome}`),
  ]);
});
