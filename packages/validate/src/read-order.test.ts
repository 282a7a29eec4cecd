import { violationText } from '@order-workflow/order-domain';
import { anOrder } from '@order-workflow/order-domain/testing';
import { describe, expect, it } from 'vitest';
import { readOrder } from './read-order.ts';

function complaints(input: unknown): string[] {
  const read = readOrder(input);
  return read.valid ? [] : read.violations.map(violationText);
}

function nested(depth: number): unknown {
  return JSON.parse(`${'['.repeat(depth)}${']'.repeat(depth)}`);
}

describe(readOrder, () => {
  it('reads a valid order as it stands', () => {
    const order = anOrder().sentTo().build();
    expect(readOrder(order)).toEqual({ valid: true, order });
  });

  it('says how large an input is that was too large to be handed over', () => {
    expect(complaints({ oversize: 70_000 })).toEqual(['order: given 70000 characters, expected at most 32768']);
  });

  it.each([
    ['an order nested to the bottom', nested(100_000)],
    ['lines nested to the bottom', { ...anOrder().build(), items: nested(100_000) }],
  ])('refuses %s without falling over', (_what, input) => {
    expect(complaints(input)).toEqual(['order: nested too deeply to be an order']);
  });

  it('refuses nesting that can still be written for what it is', () => {
    expect(complaints({ ...anOrder().build(), items: nested(1_000) })).toEqual([
      'items[0]: given a list of 1, expected an object',
    ]);
  });

  it.each([[undefined], [null], ['order'], [12345], [true], [[]]])(
    'answers %j, which is no order, in one line',
    (input) => {
      expect(complaints(input)).toEqual([expect.stringMatching(/^order: (missing|given .+), expected an object$/)]);
    },
  );

  it('reports all that is wrong at once', () => {
    const order = { ...anOrder().build(), orderId: 'a@b', customerEmail: 'jane', paymentMethod: 'Cash', total: 1 };
    expect(complaints(order)).toEqual([
      'orderId: given a text of 3 characters, expected an order number without @',
      'customerEmail: given a text of 4 characters, expected an e-mail address',
      'paymentMethod: given "Cash", expected one of "CreditCard", "DebitCard", "PayPal", "BankTransfer", "ApplePay", "GooglePay"',
      `order: unknown key "total"; a shop's own fields go into attributes`,
    ]);
  });

  it('answers an order that holds a card number with that alone, whatever else is wrong with it, and does not repeat it', () => {
    const order = { ...anOrder().build(), orderId: '6011000990139424', paymentMethod: 'Cash', total: 1 };
    expect(complaints(order)).toEqual([
      'orderId: given what looks like the number of a payment card, expected none: ' +
        'send what your payment provider gave for it as paymentToken',
    ]);
  });

  it('names __proto__ as any unknown key and touches no prototype', () => {
    const order: unknown = JSON.parse(`{"__proto__":{"polluted":true},${JSON.stringify(anOrder().build()).slice(1)}`);
    expect(complaints(order)).toEqual([`order: unknown key "__proto__"; a shop's own fields go into attributes`]);
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  });

  it('stops looking after 200 violations', () => {
    const items = Array.from({ length: 100 }, () => ({ sku: '', quantity: 0, price: 1, discount: 1 }));
    expect(complaints({ ...anOrder().build(), items })).toHaveLength(200);
  });
});
