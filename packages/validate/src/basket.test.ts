import { anAddress, anOrder } from '@order-workflow/order-domain/testing';
import { describe, expect, it } from 'vitest';
import { readBasket } from './basket.ts';

const lines = (...items: unknown[]) => readBasket({ items }).lines;

describe(readBasket, () => {
  it('reads lines, currency, address and way to pay of an order', () => {
    const order = anOrder().with({ currency: 'JPY' }).sentTo({ country: 'AT' }).build();
    expect(readBasket(order)).toEqual({
      lines: [{ sku: 'SKU001', quantity: 2, field: 'items[0]' }],
      currency: 'JPY',
      address: { ...anAddress, country: 'AT' },
      paymentMethod: 'CreditCard',
    });
  });

  it('takes the default currency and no address for an order that names none', () => {
    expect(readBasket(anOrder().build())).toEqual({
      lines: [{ sku: 'SKU001', quantity: 2, field: 'items[0]' }],
      currency: 'default',
      paymentMethod: 'CreditCard',
    });
  });

  it('merges the lines of a SKU and keeps the place of the first', () => {
    const merged = lines({ sku: 'A', quantity: 2 }, { sku: 'B', quantity: 1 }, { sku: 'A', quantity: 3 });
    expect(merged).toEqual([
      { sku: 'A', quantity: 5, field: 'items[0]' },
      { sku: 'B', quantity: 1, field: 'items[1]' },
    ]);
  });

  it('tells SKUs apart by capitals', () => {
    expect(lines({ sku: 'a', quantity: 1 }, { sku: 'A', quantity: 1 })).toHaveLength(2);
  });

  it.each([0, -1, 1.5, 1e9, '2', null, undefined])('counts a quantity of %j as none', (quantity) => {
    expect(lines({ sku: 'A', quantity }, { sku: 'A', quantity: 2 })).toEqual([
      { sku: 'A', quantity: 2, field: 'items[0]' },
    ]);
  });

  it('passes over lines whose SKU cannot be read, and still names the place of the others', () => {
    expect(lines(null, 'A', { quantity: 1 }, { sku: ' ', quantity: 1 }, { sku: 'A', quantity: 1 })).toEqual([
      { sku: 'A', quantity: 1, field: 'items[4]' },
    ]);
  });

  it.each([[undefined], [null], ['order'], [[]], [{}], [{ items: 'A' }], [{ items: { 0: { sku: 'A' } } }]])(
    'finds no lines in %j',
    (order) => {
      expect(readBasket(order).lines).toEqual([]);
    },
  );

  it('has no currency when the order names one that cannot be read', () => {
    expect(readBasket({ items: [], currency: 'euro' })).not.toHaveProperty('currency');
  });

  it('has no way to pay when that cannot be read', () => {
    expect(readBasket({ items: [], paymentMethod: 'Cheque' })).not.toHaveProperty('paymentMethod');
  });

  it('has no address when any part of the address cannot be read', () => {
    expect(readBasket({ items: [], shippingAddress: { country: 'DE' } })).not.toHaveProperty('address');
  });
});
