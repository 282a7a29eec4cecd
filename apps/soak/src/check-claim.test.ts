import type { Order } from '@order-workflow/order-domain';
import { anOrder } from '@order-workflow/order-domain/testing';
import { describe, expect, it } from 'vitest';
import { checkClaim } from './check-claim.ts';
import type { EndedExecution, EndedOrder, LeftRecord } from './ended-order.ts';

const first: Order = anOrder().with({ orderId: '1' }).build();
const other: Order = { ...first, paymentToken: 'tok_other' };

let executions = 0;
const alone = (ended: readonly EndedOrder[], cancellations: readonly EndedExecution[] = []) => ({
  ended,
  cancellations,
});
function ended(order: Order, outcome: string, attempt?: number): EndedOrder {
  const output: LeftRecord = { outcome, ...(attempt !== undefined && { validation: { attempt } }) };
  return {
    order,
    name: `execution-${++executions}`,
    result: { status: 'SUCCEEDED', output },
    history: [],
  } as unknown as EndedOrder;
}

const declined = ended(first, 'declined', 1);
const fulfilled = ended(first, 'fulfilled', 1);
const duplicate = (order: Order) => ended(order, 'duplicate');

describe(checkClaim, () => {
  it.each<[string, readonly EndedOrder[], EndedOrder]>([
    ['the first message', [], ended(first, 'fulfilled', 1)],
    ['new content after a decline', [declined], ended(other, 'fulfilled', 2)],
    ['the same after a decline, said aloud', [declined], ended({ ...first, attempt: 2 }, 'fulfilled', 2)],
    ['a copy of a message', [declined], duplicate({ ...first, attributes: { sentAt: 'later' } })],
    ['the same lines in another order', [declined], duplicate({ ...first, items: first.items.toReversed() })],
    ['anything after a fulfilment', [fulfilled], duplicate({ ...other, attempt: 2 })],
    ['an attempt that is not the next', [declined], duplicate({ ...other, attempt: 3 })],
    ['an old card after two', [declined, ended(other, 'declined', 2)], duplicate(first)],
  ])('is content with what comes of %s', (_, before, ending) => {
    expect(checkClaim(alone(before), ending)).toEqual([]);
  });

  it.each<[string, readonly EndedOrder[], EndedOrder]>([
    ['a copy that is charged again', [declined], ended({ ...first, attributes: { a: 'b' } }, 'declined', 2)],
    ['another card that is not tried', [declined], duplicate(other)],
    ['a second fulfilment', [fulfilled], ended(other, 'fulfilled', 2)],
    ['an attempt aloud that is not heard', [declined], duplicate({ ...first, attempt: 2 })],
    ['an attempt under the keys of the one before', [declined], ended(other, 'fulfilled', 1)],
  ])('notices %s', (_, before, ending) => {
    expect(checkClaim(alone(before), ending).join()).toContain('1: not kept: a message that says');
  });

  it('counts an attempt whose record does not say its number, as of a rejected order whose notice waits', () => {
    const rejected = { ...ended({ ...other, items: [] }, 'rejected'), owned: 2 };
    expect(checkClaim(alone([declined]), rejected)).toEqual([]);
  });

  it('says nothing of an order on which somebody may still work, or that did not end', () => {
    const failed = { ...declined, result: { status: 'FAILED' } } as unknown as EndedOrder;
    expect(checkClaim(alone([failed]), ended(other, 'fulfilled', 9))).toEqual([]);
    const parked = ended(first, 'declined', 1);
    Object.assign(parked.result.output as object, { notification: { status: 'parked' } });
    expect(checkClaim(alone([parked]), duplicate(other))).toEqual([]);
    expect(checkClaim(alone([declined]), failed)).toEqual([]);
  });

  describe('of an order that was cancelled', () => {
    const stopped = {
      ...ended(first, 'none'),
      ...{ id: 'arn:one', owned: 1, result: { status: 'ABORTED', error: 'OrderCancelled' } },
    } as unknown as EndedOrder;
    const cancellation = (record: LeftRecord) =>
      ({
        ...ended(first, 'none'),
        result: { status: 'SUCCEEDED', stopDate: new Date(), output: record },
      }) as unknown as EndedExecution;
    const cancelled = cancellation({
      outcome: 'cancelled',
      validation: { attempt: 1 },
      takeover: { worker: 'arn:one' },
    });
    const left = cancellation({ outcome: 'cancelled', failure: { error: 'OrderNotPlaced' } });

    it.each<[string, EndedExecution, EndedOrder]>([
      ['the same again, which is a duplicate', cancelled, duplicate(first)],
      ['other content, which is the next attempt', cancelled, ended(other, 'fulfilled', 2)],
      ['the next attempt said aloud', cancelled, ended({ ...first, attempt: 2 }, 'fulfilled', 2)],
      ['what was cancelled before it came', left, duplicate(first)],
      ['the same, said aloud', left, ended({ ...first, attempt: 2 }, 'fulfilled', 1)],
    ])('is content with %s', (_, by, ending) => {
      expect(checkClaim(alone(by === left ? [] : [stopped], [by]), ending)).toEqual([]);
    });

    it.each<[string, EndedExecution, EndedOrder]>([
      ['the same that is charged again', cancelled, ended(first, 'fulfilled', 2)],
      ['other content that is not tried', cancelled, duplicate(other)],
      ['what was cancelled before it came and is placed all the same', left, ended(first, 'fulfilled', 1)],
    ])('notices %s', (_, by, ending) => {
      expect(checkClaim(alone(by === left ? [] : [stopped], [by]), ending).join()).toContain('not kept: a message');
    });
  });
});
