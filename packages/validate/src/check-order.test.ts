import { anOrder } from '@order-workflow/order-domain/testing';
import { describe, expect, it } from 'vitest';
import { jsonProductCatalog } from './adapters/json-product-catalog.ts';
import { checkOrder } from './check-order.ts';
import type { ProductCatalog } from './ports/product-catalog.ts';
import { CatalogUnavailable, OrderRejected } from './validation-failures.ts';

const clock = { now: () => Date.UTC(2026, 2, 1, 9, 30) };
const catalog = jsonProductCatalog();

/** The reasons of the rejection; none when the order is valid. */
async function reasons(input: unknown): Promise<readonly string[]> {
  const decision = await checkOrder(input, { catalog, clock });
  if (decision.kind === 'receipt') return [];
  expect(decision.failure).toBeInstanceOf(OrderRejected);
  return (decision.failure as OrderRejected).reasons;
}

describe(checkOrder, () => {
  it('prices the sample order', async () => {
    expect(await checkOrder(anOrder().build(), { catalog, clock })).toEqual({
      kind: 'receipt',
      receipt: {
        lines: [
          {
            sku: 'SKU001',
            title: 'Espresso cup',
            quantity: 2,
            unitPrice: { amount: 1999, currency: 'EUR' },
            price: { amount: 3998, currency: 'EUR' },
            unitWeight: 320,
          },
        ],
        total: { amount: 3998, currency: 'EUR' },
        weight: 640,
        validatedAt: '2026-03-01T09:30:00.000Z',
      },
    });
  });

  it('merges the lines of a SKU', async () => {
    const order = anOrder().withLine({ sku: 'SKU002', quantity: 1 }).withLine({ sku: 'SKU001', quantity: 3 }).build();
    expect(await checkOrder(order, { catalog, clock })).toMatchObject({
      receipt: {
        lines: [
          { sku: 'SKU001', quantity: 5 },
          { sku: 'SKU002', quantity: 1 },
        ],
        total: { amount: 13_445 },
      },
    });
  });

  it('prices at nothing what the catalog gives away', async () => {
    const order = anOrder()
      .with({ items: [{ sku: 'SKU006', quantity: 2 }] })
      .build();
    expect(await checkOrder(order, { catalog, clock })).toMatchObject({
      receipt: { total: { amount: 0, currency: 'EUR' } },
    });
  });

  it('carries what is the shop’s own and reads nothing of it', async () => {
    const attributes = { note: 'please ring twice', total: '1', price: '0' };
    const line = { sku: 'SKU001', quantity: 2, attributes };
    const plain = await checkOrder(anOrder().build(), { catalog, clock });
    const order = anOrder().with({ attributes, items: [line] });
    expect(await checkOrder(order.build(), { catalog, clock })).toEqual(plain);
  });

  it('counts the lines of a SKU together when it looks at stock and limits', async () => {
    const twice = { sku: 'SKU003', quantity: 2 };
    expect(
      await reasons(
        anOrder()
          .with({ items: [twice, twice] })
          .build(),
      ),
    ).toEqual(['items[0].quantity: at most 2 of Espresso machine (SKU003) an order, asked for 4']);
  });

  it('reports the form and the rules at once', async () => {
    const order = {
      ...anOrder().sentTo({ country: 'US', postalCode: '1011' }).build(),
      customerEmail: 'jane',
      items: [
        { sku: 'SKU001', quantity: 0 },
        { sku: 'NOPE', quantity: 1 },
        { sku: 'SKU005', quantity: 1 },
        { sku: 'SKU003', quantity: 3 },
        { sku: 'SKU004', quantity: 1 },
        { sku: '', quantity: 1 },
      ],
    };
    expect(await reasons(order)).toEqual([
      'customerEmail: given a text of 4 characters, expected an e-mail address',
      'items[0].quantity: given 0, expected at least 1',
      'items[5].sku: given "", expected at least 1 character',
      'items[1].sku: there is no product "NOPE"',
      'items[2].quantity: Copper ibrik (SKU005) is out of stock, asked for 1',
      'items[3].quantity: at most 2 of Espresso machine (SKU003) an order, asked for 3',
      'shippingAddress.postalCode: given a text of 4 characters, expected a postal code of US, such as 95014',
      'items[4].sku: Descaling liquid (SKU004) is not sent to US, only to AT, BE, DE, FR, NL',
    ]);
  });

  it('says in which currencies a product is sold', async () => {
    expect(await reasons(anOrder().with({ currency: 'CHF' }).build())).toEqual([
      'items[0].sku: Espresso cup (SKU001) has no price in CHF, only in EUR, USD, GBP, JPY, KWD',
    ]);
  });

  it('spells out 20 violations and counts the others', async () => {
    const items = (length: number) => Array.from({ length }, (_, index) => ({ sku: `NOPE${index}`, quantity: 1 }));
    const all = async (length: number) =>
      reasons(
        anOrder()
          .with({ items: items(length) })
          .build(),
      );
    expect(await all(20)).toHaveLength(20);
    expect((await all(21)).slice(19)).toEqual([
      'items[19].sku: there is no product "NOPE19"',
      'order: 1 more violation',
    ]);
    expect((await all(100)).slice(19)).toEqual([
      'items[19].sku: there is no product "NOPE19"',
      'order: 80 more violations',
    ]);
  });

  it.each([[undefined], [null], [{}], [[]], ['order'], [42]])('rejects %j', async (input) => {
    expect(await reasons(input)).not.toEqual([]);
  });

  it('is a fault when the catalog does not answer, and says nothing about the order', async () => {
    const away: ProductCatalog = {
      find: async () => ({ kind: 'unavailable', detail: 'the catalog is being rebuilt' }),
    };
    const decision = await checkOrder({}, { catalog: away, clock });
    expect(decision).toEqual({ kind: 'failure', failure: expect.any(CatalogUnavailable) });
    expect(decision).toHaveProperty('failure.message', 'the catalog is being rebuilt');
  });
});
