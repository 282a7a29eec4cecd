import { describe, expect, it } from 'vitest';
import { judgeClaim } from './judge-claim.ts';
import { isForgotten, judgeForgetting } from './judge-forgetting.ts';
import { judgeTakeover } from './judge-takeover.ts';
import { forgottenItem } from './next-item.ts';
import { isEnd, orderStatusSchema } from './order-status.ts';
import { anExecution, anItem } from './testing/an-item.ts';

const customer = 'hash-of-ana';
const personal = { orderId: '12345', customerEmail: 'ana@example.com', shippingAddress: { street: 'Main 1' } };
const record = { contract: 1, attempt: 1, order: personal, validation: { total: 1 } };

describe(judgeForgetting, () => {
  it.each(orderStatusSchema.options)('lets an order go that has ended, and no other: %s', (status) => {
    expect(judgeForgetting(anItem({ status, record, customer })).answer).toBe(isEnd(status) ? 'forgets' : 'underway');
  });

  it('finds nothing left to forget of an order that there is not, and of one that is forgotten', () => {
    expect(judgeForgetting(undefined)).toEqual({ answer: 'forgotten' });
    const gone = forgottenItem(anItem({ status: 'fulfilled', record, customer }));
    expect(judgeForgetting(gone)).toEqual({ answer: 'forgotten' });
  });
});

describe(forgottenItem, () => {
  const notice = { id: 'order-12345-notice-fulfilled', sequence: 1, state: 'sent' } as const;
  const item = anItem({ status: 'fulfilled', record, customer, notice, attempt: 1 });
  const gone = forgottenItem(item);

  it('leaves nothing of what was ordered, nor by whom, and all by which the order is known again', () => {
    expect(JSON.stringify(gone)).not.toMatch(/ana|Main|total/);
    expect(gone).toEqual({
      ...anItem({ status: 'fulfilled', notice }),
      revision: 2,
      record: { contract: 1, attempt: 1 },
    });
    expect(isForgotten(gone)).toBe(true);
  });

  it('keeps why an order was rejected, which says nothing of anybody', () => {
    const rejected = { contract: 1, attempt: 1, rejection: ['OutOfStock'] };
    expect(forgottenItem(anItem({ status: 'rejected', record: rejected, customer })).record).toEqual(rejected);
  });

  it('is a duplicate to whoever places it again, and an attempt more where it held nothing and says so', () => {
    const again = { execution: anExecution('b'), fingerprint: 'content-1' };
    expect(judgeClaim(gone, again)).toMatchObject({ answer: 'duplicate', status: 'fulfilled' });
    const declined = forgottenItem(anItem({ status: 'declined', record, customer }));
    expect(judgeClaim(declined, again)).toMatchObject({ answer: 'duplicate', status: 'declined' });
    expect(judgeClaim(declined, { ...again, attempt: 2 })).toEqual({ answer: 'owns', attempt: 2 });
  });

  it('is not taken over to be undone, for which nothing is left (a cancellation would fail for ever)', () => {
    expect(judgeTakeover(item, anExecution('x')).answer).toBe('takes');
    expect(judgeTakeover(gone, anExecution('x'))).toMatchObject({ answer: 'ends', status: 'fulfilled' });
  });
});
