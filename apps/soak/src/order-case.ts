import type { Order, OrderLine, ShippingAddress } from '@order-workflow/order-domain';
import fc from 'fast-check';
import { shelf } from './shelf.ts';

/** What an order is like; its id is given when it is placed. */
export type OrderCase = Omit<Order, 'orderId' | 'paymentToken'> & {
  /** How the customer's side of it is wrong, if it is. */
  readonly flaw?: 'declined' | 'invalid' | 'refused' | 'unconfirmed' | undefined;
  /** How the payment is waited for, if it is: for ten minutes, or for three days. */
  readonly waits?: 'confirmed' | 'transfer' | undefined;
};

/** Of each, the shop sells enough, wherever it goes. */
const sold = [
  'SKU001',
  'SKU002',
  ...Array.from({ length: 10 }, (_, index) => `SKU${String(index + 7).padStart(3, '0')}`),
];

/** Within the EU and without, with all fields and with few. */
const addresses: readonly ShippingAddress[] = [
  { line1: '1 Example Street', city: 'Berlin', postalCode: '10115', country: 'DE' },
  { line1: 'Quai 7', line2: 'Aile B, 3e', city: 'Lyon', region: 'Rhône', postalCode: '69002', country: 'FR' },
  { line1: 'Bahnhofstrasse 9', line2: 'c/o Muster', city: 'Zürich', region: 'ZH', postalCode: '8001', country: 'CH' },
  {
    line1: '500 Market St',
    line2: 'Suite 12',
    city: 'San Francisco',
    region: 'CA',
    postalCode: '94105',
    country: 'US',
  },
  { line1: '千代田 1-1', city: '東京', region: '東京都', postalCode: '100-0001', country: 'JP' },
];

/** No parcel is taken there. */
const nowhere: ShippingAddress = { line1: 'Lane 3', city: 'Nowhere', postalCode: 'SIM-REFUSED', country: 'DE' };

const lines: (currency: string | undefined) => fc.Arbitrary<OrderLine[]> = (currency = 'EUR') => {
  const skus = sold.filter((sku) => shelf[sku]?.prices[currency] !== undefined);
  const line = fc.record({ sku: fc.constantFrom(...skus), quantity: fc.integer({ min: 1, max: 9 }) });
  // Few as a rule; now and then every article in some order, which is more than ten lines.
  return fc.oneof(
    { weight: 4, arbitrary: fc.array(line, { minLength: 1, maxLength: 3 }) },
    {
      weight: 1,
      arbitrary: fc
        .shuffledSubarray(skus, { minLength: skus.length })
        .chain((all) =>
          fc.tuple(...all.map((sku) => fc.integer({ min: 1, max: 9 }).map((quantity) => ({ sku, quantity })))),
        ),
    },
  );
};

export const orderCases: fc.Arbitrary<OrderCase> = fc
  .record({
    currency: fc.option(fc.constantFrom('EUR', 'USD', 'JPY', 'KWD'), { nil: undefined }),
    paymentMethod: fc.constantFrom(
      'CreditCard' as const,
      'DebitCard' as const,
      'PayPal' as const,
      'BankTransfer' as const,
    ),
    customerEmail: fc.constantFrom('test@example.com', 'zoe@example.org'),
    customerName: fc.option(fc.constantFrom('Zoë 山田', "Sinéad O'Brien"), { nil: undefined }),
    customerPhone: fc.option(fc.constantFrom('+49 30 1234567', '+1 (415) 555-0100'), { nil: undefined }),
    shippingAddress: fc.option(fc.constantFrom(...addresses), { nil: undefined }),
    flaw: fc.oneof(
      { weight: 8, arbitrary: fc.constant(undefined) },
      {
        weight: 2,
        arbitrary: fc.constantFrom('declined' as const, 'invalid' as const, 'refused' as const, 'unconfirmed' as const),
      },
    ),
    waits: fc.oneof(
      { weight: 30, arbitrary: fc.constant(undefined) },
      { weight: 1, arbitrary: fc.constant('confirmed' as const) },
    ),
  })
  .chain((order) => lines(order.currency).map((items) => ({ ...order, items })));

/** The order as it is placed: without the fields that are undefined, as JSON is. */
export function orderOf({ flaw, waits, items, ...order }: OrderCase, orderId: string): Order {
  const token = flaw === 'declined' || flaw === 'unconfirmed' ? flaw : waits;
  return JSON.parse(
    JSON.stringify({
      orderId,
      ...order,
      items: flaw === 'invalid' ? [{ sku: 'NO-SUCH', quantity: 1 }] : items,
      ...(token && { paymentToken: `sim-${token}` }),
      ...(flaw === 'refused' && { shippingAddress: nowhere }),
    }),
  );
}
