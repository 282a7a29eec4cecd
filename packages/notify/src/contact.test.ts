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
    const order = { orderId: 'no@id', customerEmail: 'jane@example.com', customerName: 'Jane \u202eeoD', items: null };
    expect(contactOf(order)).toEqual({ customerEmail: 'jane@example.com' });
  });

  it('reads an e-mail address and a name as they are written to', () => {
    const order = { orderId: '#9 ', customerEmail: 'ana@köln.example', customerName: ' Ana\n' };
    expect(contactOf(order)).toEqual({ orderId: '#9', customerEmail: 'ana@xn--kln-sna.example', customerName: 'Ana' });
  });

  it('repeats no card number that somebody wrote into a field', () => {
    const order = { orderId: '36227206271667', customerEmail: 'a@example.com', customerName: '3622 720627 1667 Doe' };
    expect(contactOf(order)).toEqual({ customerEmail: 'a@example.com' });
  });

  it.each([[undefined], [null], ['order'], [7], [[]], [{}], [{ orderId: null, customerEmail: {}, customerName: 1 }]])(
    'finds nobody in %j',
    (order) => {
      expect(contactOf(order)).toEqual({});
    },
  );
});
