import { describe, expect, it } from 'vitest';
import { findCardNumbers } from './find-card-numbers.ts';
import { anAddress, anOrder } from './testing/index.ts';

const card = '5105 1051 0510 5100';
const order = anOrder().build();
const fieldsOf = (given: unknown) => findCardNumbers(given).map(({ field }) => field);

describe(findCardNumbers, () => {
  it.each<[field: string, given: unknown]>([
    ['orderId', { ...order, orderId: '5105105105105100' }],
    ['orderId', { ...order, orderId: 5105105105105100 }],
    ['customerEmail', { ...order, customerEmail: '5105105105105100@example.com' }],
    ['customerName', { ...order, customerName: `Jane ${card}` }],
    ['customerPhone', { ...order, customerPhone: card }],
    ['paymentToken', { ...order, paymentToken: '4222222222222' }],
    ['items[0].sku', { ...order, items: [{ sku: '5105-1051-0510-5100', quantity: 1 }] }],
    ['shippingAddress.line2', { ...order, shippingAddress: { ...anAddress, line2: `pay with ${card} please` } }],
    ['attributes.note', { ...order, attributes: { note: `${card} 12/29 123` } }],
    ['attributes', { ...order, attributes: { [card]: 'mine' } }],
    ['items[0].attributes.engrave', { ...order, items: [{ sku: 'A', quantity: 1, attributes: { engrave: card } }] }],
    ['payment.card', { ...order, payment: { card } }],
    ['order', card],
  ])('finds it in %s, and does not repeat it', (field, given) => {
    const found = findCardNumbers(given);
    expect(found.map((violation) => violation.field)).toEqual([field]);
    expect(JSON.stringify(found)).not.toMatch(/5105|4222/);
  });

  it('names first the fields that say who is told, however many others there are', () => {
    const others = Object.fromEntries(Array.from({ length: 30 }, (_, field) => [`a${field}`, card]));
    const given = { ...others, ...order, orderId: card, customerName: card, customerEmail: `${card}@example.com` };
    expect(fieldsOf(given).slice(0, 3).toSorted()).toEqual(['customerEmail', 'customerName', 'orderId']);
    expect(fieldsOf(given)).toHaveLength(33);
  });

  it('finds none in an order as it should be', () => {
    const good = { ...order, shippingAddress: anAddress, customerPhone: '+30 306 9309 0259 04', paymentToken: 'tok_1' };
    expect(fieldsOf(good)).toEqual([]);
  });

  it('looks through what is nested to the bottom', () => {
    const deep: unknown = JSON.parse(`${'['.repeat(50_000)}"${card}"${']'.repeat(50_000)}`);
    expect(fieldsOf(deep)).toHaveLength(1);
  });
});
