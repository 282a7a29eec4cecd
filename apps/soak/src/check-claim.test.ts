import type { Order } from '@order-workflow/order-domain';
import { anOrder } from '@order-workflow/order-domain/testing';
import { describe, expect, it } from 'vitest';
import { checkClaim } from './check-claim.ts';
import type { EndedOrder, LeftRecord } from './ended-order.ts';

const first: Order = anOrder().with({ orderId: '1' }).build();
const other: Order = { ...first, paymentToken: 'tok_other' };

let executions = 0;
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
    expect(checkClaim(before, ending)).toEqual([]);
  });

  it.each<[string, readonly EndedOrder[], EndedOrder]>([
    ['a copy that is charged again', [declined], ended({ ...first, attributes: { a: 'b' } }, 'declined', 2)],
    ['another card that is not tried', [declined], duplicate(other)],
    ['a second fulfilment', [fulfilled], ended(other, 'fulfilled', 2)],
    ['an attempt aloud that is not heard', [declined], duplicate({ ...first, attempt: 2 })],
    ['an attempt under the keys of the one before', [declined], ended(other, 'fulfilled', 1)],
  ])('notices %s', (_, before, ending) => {
    expect(checkClaim(before, ending).join()).toContain('1: not kept: a message that says');
  });

  it('counts an attempt whose record does not say its number, as of a rejected order whose notice waits', () => {
    expect(checkClaim([declined], ended({ ...other, items: [] }, 'rejected'))).toEqual([]);
  });

  it('says nothing of an order on which somebody may still work, or that did not end', () => {
    const failed = { ...declined, result: { status: 'FAILED' } } as unknown as EndedOrder;
    expect(checkClaim([failed], ended(other, 'fulfilled', 9))).toEqual([]);
    const parked = ended(first, 'declined', 1);
    Object.assign(parked.result.output as object, { notification: { status: 'parked' } });
    expect(checkClaim([parked], duplicate(other))).toEqual([]);
    expect(checkClaim([declined], failed)).toEqual([]);
  });
});
