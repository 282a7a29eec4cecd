import type { BusEvent } from '@order-workflow/local';
import { anOrder } from '@order-workflow/order-domain/testing';
import { describe, expect, it } from 'vitest';
import type { Attempt } from './attempts.ts';
import { checkEvents } from './check-events.ts';

const order = anOrder().with({ orderId: '1' }).build();
const heard = (attempt: number, outcome: string, orderId = '1'): BusEvent => ({
  ...{ version: '0', id: 'e', source: 'order-workflow', 'detail-type': 'x', time: '2026-03-02T10:00:00Z' },
  detail: { orderId, attempt, outcome },
});
const ended = (number: number, outcome: string, taken = false): Attempt => ({
  ...{ number, name: `n${number}`, order, record: { outcome } },
  ...(taken && { takenOver: { times: 1, by: ['c'] } }),
});

describe(checkEvents, () => {
  it('finds nothing where the last end was heard of, also twice, and an earlier one or not', () => {
    const attempts = [ended(1, 'declined'), ended(2, 'fulfilled')];
    for (const events of [
      [heard(2, 'fulfilled')],
      [heard(1, 'declined'), heard(2, 'fulfilled'), heard(2, 'fulfilled')],
    ])
      expect(checkEvents('1', events, attempts)).toEqual([]);
  });

  it('finds nothing where an order was heard of as fulfilled before it was cancelled', () => {
    expect(checkEvents('1', [heard(1, 'fulfilled'), heard(1, 'cancelled')], [ended(1, 'cancelled', true)])).toEqual([]);
  });

  it.each([
    ['others hear of an end: attempt 1 declined', [], [ended(1, 'declined')]],
    ['others hear of an end: attempt 1 declined', [heard(1, 'declined', '2')], [ended(1, 'declined')]],
    ['others hear of an end: attempt 1 cancelled', [heard(1, 'fulfilled')], [ended(1, 'cancelled', true)]],
    [
      'an event is true: attempt 1 fulfilled, which ended refunded',
      [heard(1, 'fulfilled'), heard(1, 'refunded')],
      [ended(1, 'refunded')],
    ],
  ])('notices a promise that is not kept: %s', (promise, events, attempts) => {
    expect(checkEvents('1', events, attempts)).toEqual([`1: not kept: ${promise}`]);
  });
});
