import type { Order, OrderLine } from '@order-workflow/order-domain';
import { keysBegin } from './attempts.ts';
import { type Article, shelf } from './shelf.ts';

/** What an order has the world hear, worked out from the order alone and by nothing of the workflow's. */
export interface Due {
  /** What the gateway is to be sent, and by which key. */
  readonly charge: object;
  /** What the carrier is to be sent, and by which key. */
  readonly booking: object;
  /** Minor units. */
  readonly total: number;
  /** As a notice writes it: `39.98 EUR`. */
  readonly totalText: string;
  /** What a notice lists, a line each. */
  readonly lines: readonly string[];
}

const defaultCurrency = 'EUR';
/** Digits after the point (ISO 4217). */
const digits: Readonly<Record<string, number>> = { EUR: 2, USD: 2, GBP: 2, JPY: 0, KWD: 3 };
/** Of those that orders here go to: outside the customs union of the EU. */
const abroad: ReadonlySet<string> = new Set(['CH', 'GB', 'US', 'JP', 'KW', 'NO']);
/** Grams up to which a consignment is a parcel. */
const heaviestParcel = 31_500;

/** What is due for an attempt at an order that is good. */
export function dueOf(order: Order, attempt = 1): Due {
  const begin = keysBegin(order.orderId, attempt);
  const { paymentMethod, paymentToken, shippingAddress, customerName, customerPhone } = order;
  const currency = order.currency ?? defaultCurrency;
  const lines = merged(order.items).map((line) => ({ ...line, ...articleOf(line) }));
  const total = sum(lines.map(({ quantity, prices }) => quantity * (prices[currency] ?? Number.NaN)));
  const weight = sum(lines.map((line) => line.quantity * line.weight));
  const recipient = { name: customerName, phone: customerPhone };
  return {
    total,
    totalText: written(total, currency),
    lines: lines.map(
      ({ quantity, title, prices }) =>
        `  ${quantity} x ${title}: ${written(quantity * (prices[currency] ?? Number.NaN), currency)}`,
    ),
    charge: plain({
      key: `${begin}-charge`,
      amount: { amount: total, currency },
      method: paymentMethod,
      token: paymentToken,
    }),
    booking: plain({
      key: `${begin}-ship`,
      service: serviceFor(weight, shippingAddress?.country),
      weight,
      contents: lines.map(({ sku, quantity }) => ({ sku, quantity })),
      address: shippingAddress,
      recipient: customerName === undefined && customerPhone === undefined ? undefined : recipient,
    }),
  };
}

/** `39.98 EUR`, `500 JPY`, `1.250 KWD` */
function written(amount: number, currency: string): string {
  const after = digits[currency] ?? Number.NaN;
  return `${(amount / 10 ** after).toFixed(after)} ${currency}`;
}

function merged(items: readonly OrderLine[]): readonly OrderLine[] {
  const skus = [...new Set(items.map(({ sku }) => sku))];
  return skus.map((sku) => ({
    sku,
    quantity: sum(items.filter((item) => item.sku === sku).map((item) => item.quantity)),
  }));
}

function articleOf({ sku }: OrderLine): Article {
  const article = shelf[sku];
  if (!article) throw new Error(`${sku} is not on the shelf`);
  return article;
}

function serviceFor(weight: number, country: string | undefined): string {
  if (country === undefined) return 'Pickup';
  const kind = weight > heaviestParcel ? 'Freight' : '';
  return abroad.has(country) ? `International${kind}` : kind || 'Standard';
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

/** As it goes over the wire: without what is undefined. */
function plain(body: object): object {
  return JSON.parse(JSON.stringify(body));
}
