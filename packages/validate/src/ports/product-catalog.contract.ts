import { currencyExponent } from '@order-workflow/order-domain';
import { describe, expect, it } from 'vitest';
import type { ProductCatalog } from './product-catalog.ts';

/** What every product catalog does; `known` is a SKU that this one has. */
export function productCatalogContract(name: string, catalog: ProductCatalog, known: string): void {
  async function find(...skus: string[]) {
    const found = await catalog.find(skus);
    if (found.kind !== 'products') throw new Error(`the catalog is unavailable: ${found.detail}`);
    return found;
  }

  describe(`${name} keeps the contract of a product catalog`, () => {
    it('finds a product by its SKU', async () => {
      const { products } = await find(known);
      expect([...products.keys()]).toEqual([known]);
      expect(products.get(known)?.sku).toBe(known);
    });

    it('leaves out what it does not know', async () => {
      const { products } = await find(known, 'NO-SUCH-SKU', '__proto__', 'constructor');
      expect([...products.keys()]).toEqual([known]);
    });

    it('answers a SKU that is asked for twice once', async () => {
      expect((await find(known, known)).products.size).toBe(1);
    });

    it('finds nothing when nothing is asked for', async () => {
      expect((await find()).products.size).toBe(0);
    });

    it('gives whole prices in currencies that exist, and a default currency that the product has', async () => {
      const { products, defaultCurrency } = await find(known);
      const prices = products.get(known)?.prices ?? {};
      for (const [currency, amount] of Object.entries(prices)) {
        expect(() => currencyExponent(currency)).not.toThrow();
        expect(Number.isSafeInteger(amount)).toBe(true);
        expect(amount).toBeGreaterThanOrEqual(0);
      }
      expect(prices).toHaveProperty(defaultCurrency);
    });
  });
}
