import { describe, expect, it } from 'vitest';
import { claimedItem, closedItem, sentItem } from './next-item.ts';
import { orderItemSchema } from './order-item.ts';
import { aClaim, aClosing, anExecution, anItem } from './testing/an-item.ts';

const notice = { id: 'order-12345-notice-declined', sequence: 4, state: 'sent' } as const;

describe(claimedItem, () => {
  it('keeps of an order what an undo needs', () => {
    expect(claimedItem(undefined, aClaim(), 1)).toEqual(anItem());
  });

  it('keeps of a rejected order the reasons and nothing of the customer', () => {
    const { record } = claimedItem(undefined, aClaim({ verdict: { rejection: ['items: missing'] } }), 1);
    expect(record).toEqual({ contract: 1, attempt: 1, rejection: ['items: missing'] });
  });

  it('is listed under the customer of its last attempt, by a hash, and of none where that names none', () => {
    const first = claimedItem(undefined, aClaim({ customer: 'hash-1' }), 1);
    expect(closedItem(first, aClosing())).toMatchObject({ customer: 'hash-1' });
    expect(claimedItem(first, aClaim({ customer: 'hash-2' }), 2)).toMatchObject({ customer: 'hash-2' });
    expect(claimedItem(first, aClaim(), 2)).not.toHaveProperty('customer');
  });

  it('adds the next attempt to those before, and goes on counting notices and writes', () => {
    const found = anItem({ revision: 6, attempt: 2, status: 'declined', notice });
    const claim = aClaim({ execution: anExecution('b'), fingerprint: 'content-3' });
    expect(claimedItem(found, claim, 3)).toEqual(anItem({ revision: 7, attempt: 3, owner: anExecution('b'), notice }));
  });
});

describe(closedItem, () => {
  it('ends the attempt and claims its notice in one write, numbered after the last', () => {
    const found = anItem({ revision: 7, attempt: 3, notice });
    expect(closedItem(found, aClosing({ attempt: 3 }))).toEqual({
      ...found,
      revision: 8,
      status: 'fulfilled',
      notice: { id: 'order-12345-notice-fulfilled', sequence: 5, state: 'sending' },
    });
  });

  it('writes the whole item of an order that has none', () => {
    expect(closedItem(undefined, aClosing())).toEqual({
      ...anItem({ status: 'fulfilled' }),
      notice: { id: 'order-12345-notice-fulfilled', sequence: 1, state: 'sending' },
    });
  });
});

it('changes nothing of a notice that was published but its state', () => {
  const found = closedItem(anItem(), aClosing());
  expect(sentItem(found, found.notice)).toEqual({ ...found, revision: 3, notice: { ...found.notice, state: 'sent' } });
});

it('writes only items that it reads back as they were', () => {
  const first = claimedItem(undefined, aClaim({ verdict: { rejection: ['items: missing'] } }), 1);
  for (const item of [first, anItem(), closedItem(anItem(), aClosing())])
    expect(orderItemSchema.parse(JSON.parse(JSON.stringify(item)))).toEqual(item);
});
