import { createVirtualClock } from '@order-workflow/asl-engine';
import { anOrder } from '@order-workflow/order-domain/testing';
import { parseInjectedFault } from '@order-workflow/simulators';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { withFewTries } from '../src/assembly/with-few-tries.ts';
import {
  type CancellationLaboratory,
  type CancelMoment,
  openCancellationLaboratory,
} from '../src/fault-table/cancellation-laboratory.ts';
import { faultTargetsHere } from '../src/faults/fault-targets.ts';

/** The synthesized machines with the built bundles, on a virtual clock: an order that is cancelled wherever it stands. */

const targets = faultTargetsHere();
let world: CancellationLaboratory;
let orders = 0;
beforeAll(async () => {
  // An undo that is tried in vain stands where it does after half a day as after a fortnight.
  world = await openCancellationLaboratory(withFewTries(40, 10_000));
});
afterAll(() => world.close());

function cancel(
  moment: Partial<CancelMoment> & { readonly by?: readonly string[] },
  orderId = `cancel-me-${++orders}`,
) {
  const order = anOrder().with({ orderId }).build();
  const company = (moment.by ?? []).map((text) => parseInjectedFault(text, targets));
  return world.cancel(order, { state: undefined, faults: [], times: 1, ...moment, company });
}

const stopped = { status: 'ABORTED', error: 'OrderCancelled' };
const nothing = { held: 0, parcels: 0, parked: 0 };
const cancelled = { status: 'SUCCEEDED', outcome: 'cancelled', state: 'Notify Customer' };

describe('an order that is cancelled', () => {
  it.each([
    ['Process Payment', []],
    ['Ship Order', []],
    ['Cancel Shipment', ['shipping=defect']],
    ['Refund Payment', ['shipping=refused']],
    ['Notify Customer', []],
  ])('at %s is stopped and undone, however late what was on its way arrives', async (state, by) => {
    const one = await cancel({ state, by });
    expect(one).toMatchObject({ reached: true, order: stopped, cancellations: [cancelled], ...nothing });
    expect(one.told.at(-1)).toMatch(/-notice-cancelled$/);
    expect(one.told).toHaveLength(1);
  });

  it('at Await Payment, where it waits for days, is stopped, and the transfer that settles afterwards charges nothing', async () => {
    const orderId = 'cancel-awaiting';
    const order = { ...anOrder().with({ orderId }).build(), paymentToken: 'sim-transfer' };
    const one = await world.cancel(order, { company: [], state: 'Await Payment', faults: [], times: 1 });
    expect(one).toMatchObject({ reached: true, order: stopped, cancellations: [cancelled], ...nothing });
    expect(one.told).toEqual([expect.stringMatching(/-notice-cancelled$/)]);
  });

  it.each([
    ['Announce Refund', ['cancelled']],
    ['Await Refund', ['refunded', 'cancelled']],
  ])('at %s, while its refund is on its way, waits until it is made, and tells each end once', async (state, told) => {
    const orderId = `cancel-refunding-${state}`;
    const one = await cancel({ state, by: ['shipping=refused', 'refund=refund-async'] }, orderId);
    expect(one).toMatchObject({ reached: true, order: stopped, cancellations: [cancelled], ...nothing });
    expect(one.told.map((id) => id.replace(/^.*-notice-/, ''))).toEqual(told);
    const [charge] = world.workflow.world!.gateway.ledger.charges(orderId);
    expect(charge).toMatchObject({ status: 'refunded', refundId: expect.any(String) });
  });

  it('at Shipment Stands?, where nothing is asked of the world, holds nothing and is told of once, whoever was first', async () => {
    const one = await cancel({ state: 'Shipment Stands?', by: ['shipping=defect'] });
    expect(one).toMatchObject({ reached: true, ...nothing });
    const isCancelled = one.cancellations[0]?.outcome === 'cancelled';
    expect(one.told).toEqual([expect.stringMatching(isCancelled ? /-notice-cancelled$/ : /-notice-refunded$/)]);
    if (one.order.status !== 'ABORTED')
      expect(one.order).toMatchObject({ status: 'SUCCEEDED', outcome: isCancelled ? 'duplicate' : 'refunded' });
  });

  it.each([1, 2, 3])('by %i at once is cancelled by one of them, which alone tells the customer', async (times) => {
    const one = await cancel({ state: 'Ship Order', times });
    expect(one).toMatchObject({ order: stopped, ...nothing });
    const outcomes = one.cancellations.map(({ outcome }) => outcome).toSorted();
    expect(outcomes).toEqual(['cancelled', ...Array(times - 1).fill('duplicate')]);
    expect(one.told).toHaveLength(1);
  });

  it('before it is claimed is cancelled, and its execution a duplicate', async () => {
    const one = await cancel({ state: 'Validate Order' });
    expect(one).toMatchObject({ order: { outcome: 'duplicate' }, ...nothing, told: [] });
    expect(one.cancellations).toMatchObject([{ outcome: 'cancelled', state: 'Nothing To Cancel' }]);
  });

  it('after it was fulfilled is undone where its parcel can be stopped, and both notices are told in order', async () => {
    const one = await cancel({});
    expect(one).toMatchObject({ order: { outcome: 'fulfilled' }, cancellations: [cancelled], ...nothing });
    expect(one.told.map((id) => id.replace(/^.*-notice-/, ''))).toEqual(['fulfilled', 'cancelled']);
  });

  it('after its parcel has left stands, charged, and the customer is told that it could not be cancelled', async () => {
    const stands = { ...cancelled, outcome: 'fulfilled' };
    for (const times of [1, 2]) {
      const one = await cancel({ by: ['shipping=departed'], times });
      expect(one).toMatchObject({ order: { outcome: 'fulfilled' }, parcels: 1, held: 3998, parked: 0 });
      expect(one.cancellations).toContainEqual(stands);
      expect(one.told.map((id) => id.replace(/^.*-notice-/, ''))).toEqual(['fulfilled', 'not-cancelled']);
    }
  });

  it('while its notice waits to be parked is cancelled, and what is parked is not told afterwards', async () => {
    const one = await cancel({ state: 'Park Notice', by: ['notify=down'] });
    expect(one).toMatchObject({ cancellations: [cancelled], held: 0, parcels: 0 });
    expect(one.told).toEqual([expect.stringMatching(/-notice-cancelled$/)]);
  });

  it.each([
    ['declined', { paymentToken: 'sim-declined' }],
    ['rejected', { items: [{ sku: 'NO-SUCH', quantity: 1 }] }],
  ])('after it was %s is left as it is: it holds nothing, and nobody is told again', async (outcome, wrong) => {
    const orderId = `cancel-ended-${outcome}`;
    const order = { ...anOrder().with({ orderId }).build(), ...wrong };
    const one = await world.cancel(order, { company: [], state: undefined, faults: [], times: 1 });
    expect(one).toMatchObject({ order: { outcome }, ...nothing });
    expect(one.cancellations).toMatchObject([{ outcome: 'duplicate', state: 'Nothing To Cancel' }]);
    expect(one.told).toHaveLength(1);
  });

  it('while it is being rejected is cancelled, and said so by its number alone: nothing else of it is kept', async () => {
    const order = { ...anOrder().with({ orderId: 'cancel-rejected' }).build(), items: [] };
    const one = await world.cancel(order, { company: [], state: 'Notify Customer', faults: [], times: 1 });
    expect(one).toMatchObject({ order: { outcome: 'duplicate' }, cancellations: [cancelled], ...nothing });
    const notice = world.workflow.messages
      .published()
      .find(({ attributes }) => attributes['orderId'] === 'cancel-rejected');
    expect(notice?.attributes).not.toHaveProperty('customerEmail');
  });

  it('can be placed again: the same content says its attempt aloud, other content need not', async () => {
    const orderId = 'cancel-again';
    await cancel({ state: 'Ship Order' }, orderId);
    const place = async (more: object) => {
      const order = { ...anOrder().with({ orderId }).build(), ...more };
      const { execution } = world.workflow.place(order);
      return (await execution.result).output;
    };
    expect(await place({ attempt: 2 })).toMatchObject({ outcome: 'fulfilled', validation: { attempt: 2 } });
    expect(await place({ paymentToken: 'tok_other' })).toMatchObject({ outcome: 'duplicate' });
  });
});

describe('a cancellation that fails', () => {
  it.each([
    ['Take Order Over', 'takeover=defect'],
    ['Take Order Over', 'takeover.read=unavailable'],
    ['Cancel Shipment', 'cancel=defect'],
    ['Refund Payment', 'refund=unavailable'],
  ])('at %s stands there until somebody acts, and goes on from there when it is redriven: %s', async (state, fault) => {
    const one = await cancel({ state: 'Ship Order', faults: [parseInjectedFault(fault, targets)] });
    expect(one.struck).toBeGreaterThan(0);
    expect(one).toMatchObject({ cancellations: [{ status: 'FAILED', state }], ...nothing });
    expect(one.redriven).toMatchObject([{ status: 'SUCCEEDED' }]);
  });

  it('is left to another one, which takes the order over from it: the first has nothing left to do', async () => {
    const orderId = 'cancel-twice';
    const { workflow } = world;
    const first = await cancel(
      { state: 'Ship Order', faults: [parseInjectedFault('refund=defect', targets)] },
      orderId,
    );
    expect(first.cancellations).toMatchObject([{ status: 'FAILED', state: 'Refund Payment' }]);
    expect(first.redriven).toMatchObject([{ outcome: 'cancelled' }]);
    const second = await workflow.cancel({ orderId }, 'another').execution.result;
    expect(second.output).toMatchObject({ outcome: 'duplicate', failure: { error: 'NothingToCancel' } });
  });
});

describe('an order that stands FAILED', () => {
  it('is cancelled when it is given up, also when it can be redriven no more', async () => {
    const { workflow } = world;
    const order = anOrder().with({ orderId: 'cancel-given-up' }).build();
    workflow.switchboard.set([
      parseInjectedFault('shipping=refused:1', targets),
      parseInjectedFault('refund=defect', targets),
    ]);
    const placed = workflow.place(order);
    expect(await placed.execution.result).toMatchObject({ status: 'FAILED' });
    workflow.switchboard.clear();
    const month = createVirtualClock({ start: Date.now() + 30 * 24 * 3_600_000 });
    expect(() => workflow.redrive(placed.name, { clock: month })).toThrow(/14 days|period/i);
    const late = workflow.cancel({ orderId: 'cancel-given-up' }, 'given-up', { clock: month });
    expect((await late.execution.result).output).toMatchObject({ outcome: 'cancelled' });
    const { gateway, carrier } = workflow.world!;
    expect(gateway.ledger.held('cancel-given-up')).toBe(0);
    expect(carrier.ledger.shipments('cancel-given-up')).toEqual([]);
  });
});

describe('a cancellation of what nobody placed', () => {
  it('leaves the id cancelled; a wrong request does nothing', async () => {
    const { workflow } = world;
    const ask = async (request: unknown, name: string) => {
      const { executionArn } = workflow.startCancellation(request, name);
      await expect.poll(() => workflow.journal.describe(executionArn)?.end, { timeout: 600_000 }).toBeDefined();
      return workflow.journal.describe(executionArn)?.end?.output;
    };
    expect(await ask({ orderId: 'nobody' }, 'n1')).toMatchObject({ outcome: 'cancelled' });
    expect(await ask({ orderId: 'nobody' }, 'n2')).toMatchObject({ outcome: 'duplicate' });
    expect(await ask({ order: '12345' }, 'n3')).toMatchObject({ outcome: 'rejected', order: {} });
    const placed = workflow.place(anOrder().with({ orderId: 'nobody' }).build());
    expect((await placed.execution.result).output).toMatchObject({ outcome: 'duplicate' });
  });
});
