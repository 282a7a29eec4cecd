import { anOrder } from '@order-workflow/order-domain/testing';
import { describe, expect, it } from 'vitest';
import { attemptsOf } from './attempts.ts';
import type { EndedOrder, LeftRecord } from './ended-order.ts';

const order = anOrder().with({ orderId: '1' }).build();
const other = { ...order, paymentToken: 'tok_other' };

function ended(name: string, record: LeftRecord | undefined, more: Partial<EndedOrder> = {}, at = 0): EndedOrder {
  const result = record ? { status: 'SUCCEEDED', output: record } : { status: 'ABORTED', error: 'OrderCancelled' };
  return {
    name,
    id: `arn:${name}`,
    order,
    history: [],
    ...more,
    result: { ...result, stopDate: new Date(at) },
  } as never;
}

const takeover = { worker: 'arn:one' };
const validation = { attempt: 1 };
const cancelled: LeftRecord = { outcome: 'cancelled', validation, takeover };
const stands: LeftRecord = { outcome: 'fulfilled', validation, takeover };
const notOwned: LeftRecord = { outcome: 'duplicate', validation, failure: { stage: 'notification' } };

describe(attemptsOf, () => {
  it('gives an attempt that was cancelled to the cancellation that ended it, with the order that was stopped', () => {
    const [attempt, ...others] = attemptsOf(
      [ended('one', undefined, { order: other, owned: 1 })],
      [ended('c', cancelled)],
    );
    expect(others).toEqual([]);
    expect(attempt).toMatchObject({
      number: 1,
      name: 'c',
      order: other,
      record: cancelled,
      takenOver: { by: ['arn:c'] },
    });
  });

  it('knows what the execution had come to that made it, and how often it was taken over', () => {
    const made: LeftRecord = { outcome: 'fulfilled', validation };
    const [attempt] = attemptsOf(
      [ended('one', made)],
      [ended('b', stands, {}, 2), ended('a', stands, {}, 1), ended('d', notOwned)],
    );
    expect(attempt).toMatchObject({ name: 'b', takenOver: { times: 3, by: ['arn:a', 'arn:b'], made } });
  });

  it('leaves an attempt as it is that a cancellation found ended, or never came to', () => {
    const made = ended('one', { outcome: 'declined', validation });
    const nothing = ended('c', { outcome: 'duplicate', failure: { stage: 'takeover' } });
    const left = ended('c', { outcome: 'cancelled', failure: { error: 'OrderNotPlaced' } }, { owned: 0 });
    expect(attemptsOf([made], [nothing])).toEqual(attemptsOf([made]));
    expect(attemptsOf([], [left])).toEqual([]);
  });

  it('knows by the table which attempt a record is of that does not say it', () => {
    const wrong = ended('c', { outcome: 'cancelled', failure: { error: 'OrderNeverAccepted' } }, { owned: 2 });
    const declined = ended('one', { outcome: 'declined', validation });
    const rejected = ended('two', undefined, { owned: 2, order: other });
    expect(attemptsOf([declined, rejected], [wrong])).toMatchObject([{ number: 1 }, { number: 2, order: other }]);
  });

  it('counts each of two executions that made one attempt', () => {
    const made: LeftRecord = { outcome: 'fulfilled', validation };
    expect(attemptsOf([ended('one', made), ended('two', made)], [ended('c', stands)])).toHaveLength(2);
  });
});
