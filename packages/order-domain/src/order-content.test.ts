import { describe, expect, it } from 'vitest';
import { orderContent } from './order-content.ts';
import { anOrder } from './testing/index.ts';

const sample = anOrder().build();
const home = anOrder().sentTo().build();

describe(orderContent, () => {
  it.each<[what: string, one: unknown, other: unknown]>([
    ['keys in another order', sample, Object.fromEntries(Object.entries(sample).reverse())],
    ['space and capitals', sample, { ...sample, orderId: ' 12345 ', customerEmail: 'test@EXAMPLE.com' }],
    ['the attempt', sample, { ...sample, attempt: 2 }],
    ['the language that the customer is written to in', sample, { ...sample, locale: 'de-AT' }],
    ["the shop's own attributes", sample, { ...sample, attributes: { receivedAt: '2026-03-01T10:00:00Z' } }],
    [
      'the same lines split and turned round',
      anOrder().withLine({ sku: 'SKU002', quantity: 1 }).build(),
      {
        ...sample,
        items: [
          { sku: 'SKU002', quantity: 1 },
          { sku: 'SKU001', quantity: 1 },
          { sku: 'SKU001', quantity: 1 },
        ],
      },
    ],
    [
      'an invalid order that is stamped otherwise (regression: each copy was an attempt of its own, with a notice)',
      { ...sample, items: [], attributes: { receivedAt: '10:00' } },
      { ...sample, items: [], attributes: { receivedAt: '10:01' } },
    ],
    [
      'an invalid order whose lines are stamped otherwise',
      { ...sample, paymentMethod: 'Barter', items: [{ sku: 'SKU001', quantity: 1, attributes: { row: '1' } }] },
      { ...sample, paymentMethod: 'Barter', items: [{ sku: 'SKU001', quantity: 1, attributes: { row: '2' } }] },
    ],
    ['an invalid order under another attempt', { ...sample, items: [] }, { ...sample, items: [], attempt: 3 }],
  ])('is the same with %s', (_, one, other) => {
    expect(orderContent(other)).toBe(orderContent(one));
  });

  it.each<[what: string, changed: unknown]>([
    ['id', { ...home, orderId: '12346' }],
    ['e-mail address', { ...home, customerEmail: 'ana@example.com' }],
    ['quantity', { ...home, items: [{ sku: 'SKU001', quantity: 3 }] }],
    ['product', { ...home, items: [{ sku: 'SKU002', quantity: 2 }] }],
    ['way to pay', { ...home, paymentMethod: 'PayPal' }],
    ['payment token', { ...home, paymentToken: 'tok_othercard' }],
    ['currency', { ...home, currency: 'EUR' }],
    ['name', { ...home, customerName: 'Ana' }],
    ['telephone', { ...home, customerPhone: '+49 30 1234567' }],
    ['postal code', anOrder().sentTo({ postalCode: '10117' }).build()],
    ['address, left out', sample],
    ['form', { ...home, items: [] }],
    ['attempt that cannot be read', { ...home, attempt: 'two' }],
  ])('is another with another %s', (_, changed) => {
    expect(orderContent(changed)).not.toBe(orderContent(home));
  });

  it('tells whatever an order may be', () => {
    const deep = JSON.parse('['.repeat(50_000) + ']'.repeat(50_000));
    const texts = [undefined, null, 'order', 7, [], [1], {}, { orderId: '1' }, { ...sample, note: deep }].map(
      orderContent,
    );
    expect(new Set(texts).size).toBe(texts.length);
  });
});
