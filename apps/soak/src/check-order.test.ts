import type { MessageLog, SimulatedWorld } from '@order-workflow/local';
import { anOrder } from '@order-workflow/order-domain/testing';
import { describe, expect, it } from 'vitest';
import { checkEnding, checkLedgers } from './check-order.ts';
import type { EndedOrder } from './ended-order.ts';

/** A fulfilled order of 2 as everybody has it, until one of them is changed. */
function fulfilled() {
  return {
    record: {
      outcome: 'fulfilled',
      payment: { chargeId: 'ch_1', amount: { amount: 3_998 } },
      shipment: { shipmentId: 'sh_1' },
    } as Record<string, unknown>,
    charges: [{ chargeId: 'ch_1', status: 'charged', amount: { amount: 3_998 } }] as Record<string, unknown>[],
    shipments: [{ shipmentId: 'sh_1', status: 'booked' }],
    gatewayEffects: ['charged'],
    carrierEffects: ['booked'],
    notices: [{ orderId: '1', notificationId: 'order-1-notice-fulfilled', outcome: 'fulfilled' }] as Record<
      string,
      string
    >[],
  };
}

type Everybody = ReturnType<typeof fulfilled>;

function check(change: (everybody: Everybody) => void, takenOver = false): readonly string[] {
  const now = fulfilled();
  change(now);
  const journal = (effects: readonly string[], key: string) => () =>
    effects.map((effect) => ({ kind: 'effect', key, effect }));
  const world = {
    gateway: {
      ledger: {
        charges: () => now.charges.map((row) => ({ key: 'order-1-charge', ...row })),
        journal: journal(now.gatewayEffects, 'order-1-charge'),
      },
    },
    carrier: {
      ledger: {
        history: () => now.shipments.map((row) => ({ key: 'order-1-ship', ...row })),
        journal: journal(now.carrierEffects, 'order-1-ship'),
      },
    },
  };
  const messages = { published: () => now.notices.map((attributes) => ({ subject: '', text: '', attributes })) };
  const ending = {
    ...endedWith('SUCCEEDED'),
    result: { status: 'SUCCEEDED', output: now.record },
  } as unknown as EndedOrder;
  return checkLedgers(ending, world as unknown as SimulatedWorld, messages as Pick<MessageLog, 'published'>, {
    takenOver,
  });
}

function endedWith(status: string, state = 'Ship Order'): EndedOrder {
  const entered = { type: 'TaskStateEntered', stateEnteredEventDetails: { name: state } };
  return {
    ...{ order: anOrder().with({ orderId: '1' }).build(), name: 'order-1' },
    ...{ result: { status }, history: [entered] },
  } as unknown as EndedOrder;
}

describe(checkLedgers, () => {
  it('finds nothing when everybody says the same', () => {
    expect(check(() => undefined)).toEqual([]);
  });

  it('takes the block of a key that was declined for no second charge', () => {
    const found = check((all) => {
      all.charges = ['declined', 'blocked'].map((status, index) => ({ chargeId: `ch_${index}`, status }));
      all.record = { outcome: 'refunded', refund: { status: 'nothing-held' } };
      Object.assign(all, { shipments: [], gatewayEffects: [], carrierEffects: [] });
      Object.assign(all.notices[0] ?? {}, { outcome: 'refunded', notificationId: 'order-1-notice-refunded' });
    });
    expect(found).toEqual([]);
  });

  it.each<[string, (everybody: Everybody) => void]>([
    ['net charged 0, 1 shipments', (all) => Object.assign(all.charges[0] ?? {}, { status: 'refunded' })],
    ['net charged 3997, 1 shipments', (all) => Object.assign(all.charges[0] ?? {}, { amount: { amount: 3_997 } })],
    ['net charged 3998, 0 shipments', (all) => Object.assign(all, { shipments: [] })],
    ['outcome refunded with 3998 held', (all) => Object.assign(all.record, { outcome: 'refunded' })],
    ['charged once at most', (all) => all.gatewayEffects.push('charged')],
    ['charged once at most', (all) => all.charges.push({ chargeId: 'ch_2', status: 'declined' })],
    ['charged once at most', (all) => all.charges.unshift({ chargeId: 'ch_0', status: 'blocked' })],
    ['charged once at most', (all) => all.charges.push({ chargeId: 'ch_2', status: 'blocked' })],
    ['shipped once at most', (all) => all.carrierEffects.push('booked')],
    ['shipped once at most', (all) => all.shipments.push({ shipmentId: 'sh_2', status: 'blocked' })],
    ['the customer was told', (all) => all.notices.pop()],
    [
      'the customer was told under one id',
      (all) => all.notices.push({ ...all.notices[0], notificationId: 'order-1-notice-other' }),
    ],
    ['the notice is the outcome', (all) => Object.assign(all.notices[0] ?? {}, { outcome: 'refunded' })],
    ['the record names the charge', (all) => Object.assign(all.charges[0] ?? {}, { chargeId: 'ch_9' })],
    ['the record names the amount', (all) => Object.assign(all.charges[0] ?? {}, { amount: { amount: 1 } })],
    ['the record names the refund', (all) => Object.assign(all.record, { refund: { status: 'refunded' } })],
    ['the record names the shipment', (all) => Object.assign(all.record, { shipment: { shipmentId: 'sh_9' } })],
    [
      'the record names the cancellation',
      (all) => Object.assign(all.record, { cancellation: { status: 'cancelled' } }),
    ],
  ])('notices a promise that is not kept: %s', (promise, change) => {
    expect(check(change).join('\n')).toContain(`1: not kept: ${promise}`);
  });
});

describe('of an order that was cancelled', () => {
  /** Everybody, once all that the order held was given back. */
  function cancel(all: Everybody): void {
    const undone = { refund: { status: 'refunded', refundId: 're_1' }, cancellation: { status: 'cancelled' } };
    all.record = { outcome: 'cancelled', validation: { attempt: 1 }, takeover: { worker: 'one' }, ...undone };
    Object.assign(all.charges[0] ?? {}, { status: 'refunded', refundId: 're_1' });
    Object.assign(all.shipments[0] ?? {}, { status: 'cancelled' });
    all.notices.push({ ...all.notices[0], notificationId: 'order-1-notice-cancelled', outcome: 'cancelled' });
  }
  const stand = (all: Everybody) => {
    const cancellation = { status: 'on-its-way' };
    all.record = { ...all.record, takeover: { worker: 'one' }, cancellation };
    all.notices.push({
      ...all.notices[0],
      notificationId: 'order-1-notice-not-cancelled',
      outcome: 'fulfilled',
    } as never);
  };

  it('finds nothing where nothing is held, and it was told so, and nothing where its parcel stands', () => {
    expect(check(cancel, true)).toEqual([]);
    expect(check(stand, true)).toEqual([]);
  });

  it.each<[string, (all: Everybody) => void]>([
    ['an order is cancelled when each undo says', (all) => delete all.record['refund']],
    ['an order is cancelled when each undo says', (all) => delete all.record['cancellation']],
    [
      'an order is cancelled when each undo says',
      (all) => Object.assign(all.record, { cancellation: { status: 'on-its-way' } }),
    ],
    ['the customer was told', (all) => all.notices.pop()],
    ['net charged 3998, 0 shipments', (all) => Object.assign(all.charges[0] ?? {}, { status: 'charged' })],
    ['net charged 0, 1 shipments', (all) => Object.assign(all.shipments[0] ?? {}, { status: 'departed' })],
    [
      'the notice is the outcome',
      (all) => Object.assign(all.notices[1] ?? {}, { notificationId: 'order-1-notice-declined' }),
    ],
    ['the notice is the outcome', (all) => Object.assign(all.notices[1] ?? {}, { outcome: 'fulfilled' })],
  ])('notices a promise that is not kept: %s', (promise, change) => {
    const found = check((all) => {
      cancel(all);
      change(all);
    }, true);
    expect(found.join('\n')).toContain(`1: not kept: ${promise}`);
  });

  it('notices one whose parcel stands, and that was told of as cancelled, or not at all', () => {
    for (const outcome of ['cancelled', undefined])
      expect(
        check((all) => {
          stand(all);
          const notice = all.notices.pop();
          if (outcome) all.notices.push({ ...notice, notificationId: `order-1-notice-${outcome}`, outcome } as never);
        }, true).join(),
      ).toContain(outcome ? 'the notice is the outcome' : 'the customer was told');
  });
});

describe(checkEnding, () => {
  it.each([
    ['SUCCEEDED', 'Ship Order', 0],
    ['FAILED', 'Refund Payment', 0],
    ['FAILED', 'Park Notice', 0],
    ['FAILED', 'Ship Order', 1],
    ['FAILED', 'Notify Customer', 1],
    ['TIMED_OUT', 'Refund Payment', 1],
  ])('an execution may end %s at %s: %i violations', (status, state, violations) => {
    expect(checkEnding(endedWith(status, state), new Set(['Refund Payment', 'Park Notice']))).toHaveLength(violations);
  });
});
