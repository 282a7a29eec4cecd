import { currencies } from '@order-workflow/order-domain';

const names = ['sku', 'title', 'stock', 'weight', 'maxPerOrder', 'onlyTo'] as const;
const texts: ReadonlySet<string> = new Set(['sku', 'title', 'onlyTo']);

/**
 * The fields of a product as texts, in a row of CSV or one by one. A field named after a currency is a price in its minor units;
 * `onlyTo` has countries with spaces between them. What is empty is not said.
 */
export const productFields = {
  /** Besides those of currencies; the SKU first. */
  names,

  isKnown(name: string): boolean {
    return names.some((known) => known === name) || currencies.includes(name);
  },

  /** The product that they say. What is no whole number stays a text, of which the product's schema complains. */
  read(row: Readonly<Record<string, string>>): unknown {
    const said = Object.entries(row).filter(([, value]) => value !== '');
    const value = (name: string, text: string) => (texts.has(name) ? text : numberIn(text));
    const [prices, own] = [true, false].map((priced) =>
      Object.fromEntries(
        said.filter(([name]) => currencies.includes(name) === priced).map(([name, text]) => [name, value(name, text)]),
      ),
    );
    const { onlyTo, maxPerOrder, ...fields } = own ?? {};
    const restrictions = {
      ...(maxPerOrder !== undefined && { maxPerOrder }),
      ...(onlyTo !== undefined && { onlyTo: String(onlyTo).split(/[ ,;]+/) }),
    };
    return { ...fields, prices, ...(Object.keys(restrictions).length > 0 && { restrictions }) };
  },
};

function numberIn(text: string): number | string {
  return /^\d{1,15}$/.test(text) ? Number(text) : text;
}
