import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readBasket } from './basket.ts';

const item = fc.record({
  sku: fc.constantFrom('A', 'B', 'C', 'constructor', 'D'),
  quantity: fc.integer({ min: 1, max: 9999 }),
});

it('merges lines without losing or inventing a piece, and keeps the order in which SKUs first appear', () => {
  fc.assert(
    fc.property(fc.array(item, { maxLength: 100 }), (items) => {
      const { lines } = readBasket({ items });
      expect(lines.map(({ sku }) => sku)).toEqual([...new Set(items.map(({ sku }) => sku))]);
      for (const { sku, quantity, field } of lines) {
        const own = items.filter((one) => one.sku === sku);
        expect(quantity).toBe(own.reduce((sum, one) => sum + one.quantity, 0));
        expect(field).toBe(`items[${items.findIndex((one) => one.sku === sku)}]`);
      }
    }),
  );
});

it('reads anything without failing', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), fc.jsonValue(), (items, currency, shippingAddress) => {
      for (const { quantity } of readBasket({ items, currency, shippingAddress }).lines) {
        expect(Number.isSafeInteger(quantity)).toBe(true);
      }
    }),
  );
});
