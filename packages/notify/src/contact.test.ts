import { anOrder } from '@order-workflow/order-domain/testing';
import { describe, expect, it } from 'vitest';
import { contactOf } from './contact.ts';

describe(contactOf, () => {
  it('reads who is told of a valid order', () => {
    expect(contactOf(anOrder().with({ customerName: 'Jane Doe' }).build())).toEqual({
      orderId: '12345',
      customerEmail: 'test@example.com',
      customerName: 'Jane Doe',
    });
  });

  it('reads each field by itself', () => {
    const order = { orderId: 'no id', customerEmail: 'jane@example.com', customerName: 'Jane \u202eeoD', items: null };
    expect(contactOf(order)).toEqual({ customerEmail: 'jane@example.com' });
  });

  it.each([[undefined], [null], ['order'], [7], [[]], [{}], [{ orderId: null, customerEmail: {}, customerName: 1 }]])(
    'finds nobody in %j',
    (order) => {
      expect(contactOf(order)).toEqual({});
    },
  );
});
