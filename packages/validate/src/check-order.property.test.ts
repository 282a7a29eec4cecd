import { sumMoney } from '@order-workflow/order-domain';
import { anOrder } from '@order-workflow/order-domain/testing';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { jsonProductCatalog } from './adapters/json-product-catalog.ts';
import { checkOrder } from './check-order.ts';
import { aProduct } from './testing/catalog-of.ts';
import { validationReceiptSchema } from './validation-receipt.ts';

const clock = { now: () => 0 };
const skus = ['A', 'B', 'C', 'D'] as const;
const item = fc.record({ sku: fc.constantFrom(...skus), quantity: fc.integer({ min: 1, max: 9999 }) });
const items = fc.array(item, { minLength: 1, maxLength: 100 });
const prices = fc.tuple(...skus.map(() => fc.integer({ min: 1, max: 10_000_000 })));

function catalogWith(amounts: readonly number[]) {
  const products = skus.map((sku, index) => aProduct({ sku, prices: { EUR: amounts[index] ?? 1 }, stock: 1_000_000 }));
  return jsonProductCatalog({ defaultCurrency: 'EUR', products });
}

it('totals exactly what the catalog asks for the pieces, however they are spread over lines', async () => {
  await fc.assert(
    fc.asyncProperty(items, prices, async (given, amounts) => {
      const decision = await checkOrder(anOrder().with({ items: given }).build(), {
        catalog: catalogWith(amounts),
        clock,
      });
      if (decision.kind === 'failure') throw decision.failure;
      const { lines, total, weight } = validationReceiptSchema.parse(decision.receipt);
      const exact = given.reduce(
        (sum, { sku, quantity }) => sum + BigInt(amounts[skus.indexOf(sku)]!) * BigInt(quantity),
        0n,
      );
      expect(BigInt(total.amount)).toBe(exact);
      expect(total).toEqual(
        sumMoney(
          lines.map(({ price }) => price),
          'EUR',
        ),
      );
      expect(weight).toBe(given.reduce((grams, { quantity }) => grams + 320 * quantity, 0));
      expect(new Set(lines.map(({ sku }) => sku)).size).toBe(lines.length);
    }),
  );
});

it('does not let an order set its own price, under any name', async () => {
  const name = fc.constantFrom('price', 'unitPrice', 'amount', 'total', 'title', 'weight', '__proto__');
  await fc.assert(
    fc.asyncProperty(fc.boolean(), name, fc.jsonValue(), async (inLine, key, value) => {
      const own = { [key]: value };
      const order = anOrder().build();
      const sly: unknown = inLine ? { ...order, items: [{ ...own, ...order.items[0]! }] } : { ...own, ...order };
      expect(await checkOrder(sly, { catalog: jsonProductCatalog(), clock })).toMatchObject({ kind: 'failure' });
    }),
  );
});

/** The error as Lambda hands it to Step Functions. */
function causeOf({ name, message, stack = '' }: Error): string {
  return JSON.stringify({ errorType: name, errorMessage: message, trace: stack.split('\n') });
}

/** What makes a reason long: texts of many bytes, as long as they are repeated at all or longer. */
const bulky = fc
  .tuple(fc.constantFrom('"', '\\', '山', '🎁', 'x', '\u2028', '\ud83c'), fc.constantFrom(1, 19, 39))
  .map(([character, length]) => character.repeat(length));
const bulkyLine = fc.oneof(
  bulky.map((key) => ({
    sku: 'SKU001',
    quantity: 1,
    ...Object.fromEntries(Array.from({ length: 9 }, (_, digit) => [`${key}${digit}`, 1])),
  })),
  fc.record({ sku: bulky, quantity: bulky }),
  fc.jsonValue({ maxDepth: 2 }),
);

/** Forty characters of which the cause makes a hundred and sixty, five times a line. */
const keysThatAreEscapedTwice = {
  sku: 'SKU001',
  quantity: 1,
  ...Object.fromEntries(Array.from({ length: 9 }, (_, digit) => [`${'"'.repeat(39)}${digit}`, 1])),
};

// It is not shrunk: each step would take as long as the whole.
it('keeps the cause of a rejection under 32 KiB, which is all that Step Functions takes, whatever was sent', async () => {
  const input = fc.oneof(
    fc.jsonValue({ stringUnit: 'grapheme' }),
    fc.array(bulkyLine, { maxLength: 40 }).map((items) => ({ ...anOrder().build(), items })),
    bulkyLine.map((line) => ({ ...anOrder().build(), items: Array(100).fill(line) })),
  );
  await fc.assert(
    fc.asyncProperty(input, async (given) => {
      const decision = await checkOrder(given, { catalog: jsonProductCatalog(), clock });
      if (decision.kind === 'receipt') return;
      expect(Buffer.byteLength(causeOf(decision.failure))).toBeLessThan(32 * 1024);
    }),
    {
      numRuns: 300,
      endOnFailure: true,
      examples: [[{ ...anOrder().build(), items: Array(100).fill(keysThatAreEscapedTwice) }]],
    },
  );
});
