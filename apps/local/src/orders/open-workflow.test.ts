import { type Clock, createMemoryJournal, createVirtualClock, type ExecutionJournal } from '@order-workflow/asl-engine';
import { anOrder } from '@order-workflow/order-domain/testing';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { faultAt } from '../../test/fault-at.ts';
import { standingClock } from '../../test/standing-clock.ts';
import { type Platform, startPlatform } from '../platform/platform.ts';
import { openWorkflow } from './open-workflow.ts';

/** The synthesized workflow on one platform, whose gateway and carrier live on the same clock as its executions. */

const day = 24 * 3600 * 1000;
const clock = createVirtualClock({ start: Date.now() });
let platform: Platform;
let orders = 0;

beforeAll(async () => {
  platform = await startPlatform({ simulators: { clock }, virtualLimits: true });
});
afterAll(() => platform.close());

const newOrder = () =>
  anOrder()
    .with({ orderId: `open-${++orders}` })
    .build();
const open = (journal: ExecutionJournal = createMemoryJournal(), on: Clock = clock) =>
  openWorkflow(platform, { journal, clock: on, seed: 1 });

function ledgers(orderId: string) {
  const { gateway, carrier } = platform.world ?? expect.fail('no simulators');
  const charges = gateway.ledger.charges(orderId).map(({ status }) => status);
  return { charges, shipments: carrier.ledger.history(orderId).map(({ status }) => status) };
}
const once = { charges: ['charged'], shipments: ['booked'] };

/** An order whose process ends while it waits to ship it. */
async function interrupted(journal: ExecutionJournal) {
  const order = newOrder();
  platform.switchboard.set([faultAt('shipping=throttled')]);
  open(journal, standingClock(clock.now)).place(order);
  await expect.poll(() => platform.switchboard.list()[0]?.struck).toBe(1);
  platform.switchboard.clear();
  return order;
}

describe('the same order again', () => {
  it('is the same execution while it runs', async () => {
    const workflow = open();
    const order = newOrder();
    const first = workflow.place(order);
    const again = workflow.place(structuredClone(order));
    expect(again).toMatchObject({ executionArn: first.executionArn, placedBefore: true });
    expect(again.execution).toBe(first.execution);
    expect(first.placedBefore).toBe(false);
    await first.execution.result;
    expect(ledgers(order.orderId)).toEqual(once);
  });

  it('is the same execution after its end, with its result and history', async () => {
    const workflow = open();
    const order = newOrder();
    const first = workflow.place(order);
    const result = await first.execution.result;
    const again = workflow.place(order);
    expect(again).toMatchObject({ executionArn: first.executionArn, placedBefore: true });
    expect(await again.execution.result).toEqual(result);
    expect(again.execution.history()).toEqual(first.execution.history());
    expect(ledgers(order.orderId)).toEqual(once);
  });

  it('is the same execution after a restart, from the journal', async () => {
    const journal = createMemoryJournal();
    const order = newOrder();
    const result = await open(journal).place(order).execution.result;
    const again = open(journal).place({ ...order });
    expect(again.placedBefore).toBe(true);
    expect(await again.execution.result).toEqual(result);
    expect(ledgers(order.orderId)).toEqual(once);
  });

  it('is the execution that goes on after a restart, when it was under way', async () => {
    const journal = createMemoryJournal();
    const order = await interrupted(journal);
    const restarted = open(journal);
    const again = restarted.place(order);
    expect(again.placedBefore).toBe(true);
    expect(again.execution).toBe(restarted.resumed[0]?.execution);
    expect(await again.execution.result).toMatchObject({ output: { outcome: 'fulfilled' } });
    expect(ledgers(order.orderId)).toEqual(once);
  });

  it('tells nobody of events that happened before', async () => {
    const workflow = open();
    const order = newOrder();
    await workflow.place(order).execution.result;
    const onEvent = vi.fn();
    await workflow.place(order, { onEvent }).execution.result;
    expect(onEvent).not.toHaveBeenCalled();
  });

  it('is another execution when 90 days have passed, and a duplicate: the ledgers still have one charge and one shipment', async () => {
    const workflow = open();
    const order = newOrder();
    const first = await workflow.place(order).execution.result;
    await clock.sleep(90 * day - 60_000);
    expect(workflow.place(order).placedBefore).toBe(true);
    await clock.sleep(120_000);
    const again = workflow.place(order);
    expect(again.placedBefore).toBe(false);
    const result = await again.execution.result;
    expect(result).toMatchObject({ status: 'SUCCEEDED', output: { outcome: 'duplicate' } });
    expect(result.startDate.getTime() - first.stopDate.getTime()).toBeGreaterThan(90 * day);
    expect(ledgers(order.orderId)).toEqual(once);
  });
});

describe('another order of the same id', () => {
  const others = [
    ['while the first runs', false],
    ['after its end', true],
  ] as const;

  it.each(others)('is refused %s, with the difference, and nothing is done', async (_, ended) => {
    const workflow = open();
    const order = newOrder();
    const first = workflow.place(order);
    if (ended) await first.execution.result;
    expect(() => workflow.place({ ...order, customerEmail: 'other@example.com' })).toThrow(
      /^order-open-\d+: an order of this id was placed before with other content: customerEmail was given a text of \d+ characters, now given a text of 17 characters$/,
    );
    await first.execution.result;
    expect(ledgers(order.orderId)).toEqual(once);
  });

  it('is the next execution once the last has ended with nothing held, after a restart too', async () => {
    const journal = createMemoryJournal();
    const order = newOrder();
    const declined = { ...order, paymentToken: 'sim-declined' };
    await open(journal).place(declined).execution.result;
    const next = open(journal).place(order);
    expect(next).toMatchObject({ name: `order2-${order.orderId}`, placedBefore: false });
    expect(await next.execution.result).toMatchObject({ output: { outcome: 'fulfilled', validation: { attempt: 2 } } });
    expect(open(journal).place(order)).toMatchObject({ name: next.name, placedBefore: true });
    expect(open(journal).place(declined)).toMatchObject({ name: `order-${order.orderId}`, placedBefore: true });
  });

  it('is refused after a restart too', async () => {
    const journal = createMemoryJournal();
    const order = newOrder();
    await open(journal).place(order).execution.result;
    expect(() => open(journal).place({ ...order, paymentMethod: 'PayPal' })).toThrow('now given "PayPal"');
  });
});

describe('what was under way when its process ended', () => {
  it('goes on from where it stood, each once: nothing is charged again', async () => {
    const journal = createMemoryJournal();
    const orders = [await interrupted(journal), await interrupted(journal)];
    const { resumed } = open(journal);
    expect(resumed.map(({ name }) => name)).toEqual(orders.map(({ orderId }) => `order-${orderId}`));
    for (const { execution } of resumed) expect(await execution.result).toMatchObject({ status: 'SUCCEEDED' });
    for (const { orderId } of orders) expect(ledgers(orderId)).toEqual(once);
    expect(journal.running()).toEqual([]);
    expect(open(journal).resumed).toEqual([]);
  });
});

describe('a redrive', () => {
  it('goes on where a failed execution stands, and is found under its name afterwards', async () => {
    const workflow = open();
    const order = newOrder();
    platform.switchboard.set([faultAt('validate=defect')]);
    const failed = workflow.place(order);
    expect(await failed.execution.result).toMatchObject({ status: 'FAILED' });
    platform.switchboard.clear();
    const redriven = workflow.redrive(failed.name);
    expect(workflow.place(order).execution).toBe(redriven.execution);
    expect(await redriven.execution.result).toMatchObject({ output: { outcome: 'fulfilled' } });
    expect(ledgers(order.orderId)).toEqual(once);
  });

  it('is refused when the execution runs or has succeeded, or when there is none', async () => {
    const workflow = open();
    const { name, execution } = workflow.place(newOrder());
    const refused = expect.objectContaining({ name: 'ExecutionNotRedrivable' });
    expect(() => workflow.redrive(name)).toThrow(refused);
    await execution.result;
    expect(() => workflow.redrive(name)).toThrow(refused);
    expect(() => workflow.redrive('order-nobody')).toThrow(refused);
  });
});
