import { anOrder } from '@order-workflow/order-domain/testing';
import { describe, expect, it } from 'vitest';
import { jsonProductCatalog } from './adapters/json-product-catalog.ts';
import { checkOrder } from './check-order.ts';
import type { ProductCatalog } from './ports/product-catalog.ts';
import { aProduct, catalogOf } from './testing/catalog-of.ts';

/** Mistakes of other order workflows that must not be ours: docs/defects.md. */

const clock = { now: () => Date.UTC(2026, 2, 1) };
const catalog: ProductCatalog = {
  find: async () => ({
    kind: 'products',
    ...catalogOf(
      aProduct({ sku: 'A', prices: { EUR: 1_700 } }),
      aProduct({ sku: 'B', prices: { EUR: 2_900 } }),
      aProduct({ sku: 'GONE', stock: 0 }),
    ),
  }),
};

const validate = (order: unknown) => checkOrder(order, { catalog, clock });
const ordering = (...items: object[]) => ({ ...anOrder().build(), items });

describe('the total', () => {
  it('adds each line once: 4600, and not 6300 by adding the subtotal of every line before it', async () => {
    const decision = await validate(ordering({ sku: 'A', quantity: 1 }, { sku: 'B', quantity: 1 }));
    expect(decision).toMatchObject({ receipt: { total: { amount: 4_600 } } });
  });

  it('is the same at every attempt: prices come from the catalog and not from chance', async () => {
    const attempt = () => checkOrder(anOrder().build(), { catalog: jsonProductCatalog(), clock });
    const first = await attempt();
    expect(first.kind).toBe('receipt');
    for (let attempts = 0; attempts < 20; attempts++) expect(await attempt()).toEqual(first);
  });
});

describe('an order', () => {
  it.each([-1, -9_999, 0, -0, 0.5, Number.MIN_SAFE_INTEGER])('of a quantity of %d is rejected', async (quantity) => {
    expect(await validate(ordering({ sku: 'A', quantity }))).toMatchObject({ failure: { name: 'OrderRejected' } });
  });

  it('of a negative quantity is rejected, and cannot lower the price of another line', async () => {
    const lowered = ordering({ sku: 'B', quantity: 1 }, { sku: 'A', quantity: -1 });
    expect(await validate(lowered)).toMatchObject({
      failure: { name: 'OrderRejected', reasons: ['items[1].quantity: given -1, expected at least 1'] },
    });
  });

  it('of nothing is rejected, and does not bring the function down', async () => {
    expect(await validate(ordering())).toMatchObject({ failure: { name: 'OrderRejected' } });
  });

  it('of what is out of stock is rejected here, before anything is charged', async () => {
    expect(await validate(ordering({ sku: 'GONE', quantity: 1 }))).toMatchObject({
      failure: { name: 'OrderRejected', reasons: [expect.stringContaining('out of stock')] },
    });
  });
});
