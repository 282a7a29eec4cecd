import { createVirtualClock, type ExecutionResult, type VirtualClock } from '@order-workflow/asl-engine';
import type { Order } from '@order-workflow/order-domain';
import { anOrder } from '@order-workflow/order-domain/testing';
import { parseInjectedFault } from '@order-workflow/simulators';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { executionEnding, ledgersOf } from '../src/fault-table/laboratory.ts';
import { faultTargetsHere } from '../src/faults/fault-targets.ts';
import { nameCancellation } from '../src/orders/name-execution.ts';
import { type PlacedOrder, type RunningWorkflow, startWorkflow } from '../src/orders/open-workflow.ts';

/**
 * An order whose money the gateway has promised to give back and still has: both machines on one virtual clock, and its journal.
 * Each test has an order of its own in one world.
 */

const dayMs = 24 * 3_600_000;

let clock: VirtualClock;
let workflow: RunningWorkflow;
let orders = 0;
beforeAll(async () => {
  clock = createVirtualClock({ start: Date.now() });
  workflow = await startWorkflow({ clock, seed: 1, simulators: { clock }, virtualLimits: true });
});
afterAll(() => workflow.close());

/** Has everything fail like this from now on. */
const fail = (...faults: readonly string[]) =>
  workflow.switchboard.set(faults.map((text) => parseInjectedFault(text, faultTargetsHere())));

interface World {
  readonly orderId: string;
  /** Not sent, and refunded on the third day. */
  readonly first: Order;
  /** Sent, and refunded on the third day after it is cancelled. */
  readonly shipped: Order;
  /** What comes of the next attempt, when it is started so many days from now whatever has become of the one before. */
  nextAfter(days: number): Promise<unknown>;
  /** What the customer was told of it: the sequence and the notice's id. */
  tells(): readonly string[];
}

/** Lets a test run with an order of its own, and sees that no two attempts at it ever held money at once. */
async function withOrder(run: (world: World) => Promise<void>): Promise<void> {
  const orderId = `held${++orders}`;
  const order = anOrder().with({ orderId, paymentToken: 'sim-refund-later' });
  const next = anOrder().with({ orderId, paymentToken: 'tok_other' }).sentTo().build();
  let started = 0;
  fail();
  await run({
    orderId,
    first: order.sentTo({ postalCode: 'SIM-REFUSED' }).build(),
    shipped: order.sentTo().build(),
    async nextAfter(days) {
      await clock.sleep(days * dayMs);
      const { executionArn } = workflow.start(next, `next-${orderId}-${++started}`);
      await expect.poll(() => workflow.journal.describe(executionArn)?.end, { timeout: 600_000 }).toBeDefined();
      return workflow.journal.describe(executionArn)?.end?.output;
    },
    tells: () =>
      workflow.messages
        .published()
        .filter(({ attributes }) => attributes['orderId'] === orderId)
        .map(({ attributes: { notificationId, sequence } }) => `${sequence} ${notificationId}`),
  });
  expect(mostHeldAtOnce(orderId)).toBe(1);
}

/** How many attempts at an order held money at once, by all that the gateway ever did. */
function mostHeldAtOnce(orderId: string): number {
  const holding = new Set<string>();
  let most = 0;
  for (const entry of ledgersOf(workflow).gateway.journal()) {
    if (entry.kind !== 'effect') continue;
    const attempt = entry.key.split('-').slice(0, 2).join('-');
    if (attempt !== `order-${orderId}` && !attempt.startsWith(`order-${orderId}.`)) continue;
    if (['charged', 'refunding', 'refund-failed'].includes(entry.effect)) holding.add(attempt);
    else holding.delete(attempt);
    most = Math.max(most, holding.size);
  }
  return most;
}

const days = ({ startDate, stopDate }: ExecutionResult) =>
  Math.round((stopDate.getTime() - startDate.getTime()) / dayMs);

/** The days from the beginning of an execution to when it told the customer. */
function toldAfterDays({ execution }: PlacedOrder): number | undefined {
  const [begun, ...events] = execution.history();
  const told = events.find(
    (event) => event.type === 'TaskSucceeded' && JSON.stringify(event).includes('notificationId'),
  );
  return begun && told && Math.round((told.timestamp.getTime() - begun.timestamp.getTime()) / dayMs);
}

const onTheWay = {
  outcome: 'duplicate',
  failure: {
    error: 'OrderAlreadyPlaced',
    cause: expect.stringMatching(/by execution \S+: its refund is on the way\./),
  },
};
const fulfilled = { outcome: 'fulfilled', validation: { attempt: 2 } };

describe('an order whose refund the gateway has accepted', () => {
  it('is told of at once and kept until the third day: its next attempt is a duplicate on day one, charged on day four', async () => {
    await withOrder(async ({ orderId, first, nextAfter, tells }) => {
      const placed = workflow.place(first);
      expect(await nextAfter(1)).toMatchObject(onTheWay);
      expect(tells()).toEqual([`1 order-${orderId}-notice-refunded`]);
      const result = await placed.execution.result;
      expect(result).toMatchObject({ output: { outcome: 'refunded', refund: { status: 'refunded' } } });
      expect([days(result), toldAfterDays(placed)]).toEqual([3, 0]);
      expect(tells()).toEqual([`1 order-${orderId}-notice-refunded`]);
      expect(await nextAfter(1)).toMatchObject(fulfilled);
      expect(tells()).toEqual([`1 order-${orderId}-notice-refunded`, `2 order-${orderId}.2-notice-fulfilled`]);
    });
  });

  it('fails at Await Refund where the gateway gives it up for a fortnight, and is kept until a redrive has it made', async () => {
    await withOrder(async ({ orderId, first, nextAfter, tells }) => {
      fail('refund=refund-fails-late', 'shipping=refused:1');
      const placed = workflow.place({ ...first, paymentToken: 'tok_any' });
      expect(await executionEnding(placed)).toMatchObject({ status: 'FAILED', state: 'Await Refund' });
      expect(await nextAfter(1)).toMatchObject(onTheWay);
      fail();
      const redriven = workflow.redrive(placed.name);
      expect(await executionEnding(redriven)).toMatchObject({ status: 'SUCCEEDED', outcome: 'refunded' });
      expect(tells()).toEqual([`1 order-${orderId}-notice-refunded`]);
      expect(await nextAfter(0)).toMatchObject(fulfilled);
    });
  });

  it.each([
    ['never came to its function', 'notify=function-timeout-before:7', { outcome: 'duplicate' }],
    ['never came to the topic', 'notify=down', onTheWay],
    ['went out, and its answer was lost', 'notify=function-timeout-after:7', onTheWay],
    ['was made by two invocations at once', 'notify=invoked-twice:1', onTheWay],
  ])('is kept, and told of under one number, where its announcement %s', async (_, fault, comes) => {
    await withOrder(async ({ orderId, first, nextAfter, tells }) => {
      fail(fault);
      const placed = workflow.place(first);
      expect(await nextAfter(1)).toMatchObject(comes);
      fail();
      expect(await executionEnding(placed)).toMatchObject({ state: 'Notify Customer', outcome: 'refunded' });
      expect(new Set(tells())).toEqual(new Set([`1 order-${orderId}-notice-refunded`]));
      expect(await nextAfter(1)).toMatchObject(fulfilled);
    });
  });

  it('is closed by nobody but its cancellation, where one takes it over while it waits', async () => {
    await withOrder(async ({ orderId, first, nextAfter, tells }) => {
      const placed = workflow.place(first);
      await clock.sleep(dayMs);
      const cancellation = workflow.cancel({ orderId }, nameCancellation(orderId, 1));
      expect(await nextAfter(1)).toMatchObject(onTheWay);
      expect(await placed.execution.result).toMatchObject({ status: 'ABORTED', error: 'OrderCancelled' });
      const result = await cancellation.execution.result;
      expect(result).toMatchObject({ output: { outcome: 'cancelled', refund: { status: 'refunded' } } });
      expect(days(result)).toBe(2);
      expect(tells()).toEqual([`1 order-${orderId}-notice-refunded`, `2 order-${orderId}-notice-cancelled`]);
      // The stopped execution goes on where it stood, as one may let it.
      expect(await executionEnding(workflow.redrive(placed.name))).toMatchObject({ outcome: 'duplicate' });
      expect(await nextAfter(1)).toMatchObject(fulfilled);
    });
  });

  it('is given up by a cancellation where it stands FAILED, and kept until that has it made', async () => {
    await withOrder(async ({ orderId, first, nextAfter, tells }) => {
      fail('refund=refund-fails-late', 'shipping=refused:1');
      const placed = workflow.place({ ...first, paymentToken: 'tok_any' });
      expect(await executionEnding(placed)).toMatchObject({ status: 'FAILED', state: 'Await Refund' });
      await clock.sleep(30 * dayMs);
      const one = workflow.cancel({ orderId }, nameCancellation(orderId, 1));
      expect(await executionEnding(one)).toMatchObject({ status: 'FAILED', state: 'Await Refund' });
      expect(await nextAfter(1)).toMatchObject(onTheWay);
      fail();
      expect(await executionEnding(workflow.redrive(one.executionArn))).toMatchObject({ outcome: 'cancelled' });
      expect(tells()).toEqual([`1 order-${orderId}-notice-refunded`, `2 order-${orderId}-notice-cancelled`]);
      expect(await nextAfter(0)).toMatchObject(fulfilled);
    });
  });
});

describe('an order that is cancelled, and whose refund the gateway has accepted', () => {
  it('is told of at once, and kept until it is made', async () => {
    await withOrder(async ({ orderId, shipped, nextAfter, tells }) => {
      expect(await executionEnding(workflow.place(shipped))).toMatchObject({ outcome: 'fulfilled' });
      const cancellation = workflow.cancel({ orderId }, nameCancellation(orderId, 1));
      expect(await nextAfter(1)).toMatchObject(onTheWay);
      const told = [`1 order-${orderId}-notice-fulfilled`, `2 order-${orderId}-notice-cancelled`];
      expect(tells()).toEqual(told);
      const result = await cancellation.execution.result;
      expect(result).toMatchObject({ output: { outcome: 'cancelled', refund: { status: 'refunded' } } });
      expect([days(result), toldAfterDays(cancellation)]).toEqual([3, 0]);
      expect(tells()).toEqual(told);
      expect(await nextAfter(0)).toMatchObject(fulfilled);
    });
  });

  it('is kept by the later of two cancellations, however far the first had come', async () => {
    await withOrder(async ({ orderId, shipped, nextAfter, tells }) => {
      await executionEnding(workflow.place(shipped));
      const [one, two] = [nameCancellation(orderId, 1), nameCancellation(orderId, 2)];
      const earlier = workflow.cancel({ orderId }, one);
      await clock.sleep(dayMs);
      const later = workflow.cancel({ orderId }, two);
      expect(await nextAfter(1)).toMatchObject(onTheWay);
      const outcomes = [await executionEnding(earlier), await executionEnding(later)].map(({ outcome }) => outcome);
      expect(outcomes).toEqual(['duplicate', 'cancelled']);
      expect(tells()).toEqual([`1 order-${orderId}-notice-fulfilled`, `2 order-${orderId}-notice-cancelled`]);
      expect(await nextAfter(1)).toMatchObject(fulfilled);
    });
  });
});
