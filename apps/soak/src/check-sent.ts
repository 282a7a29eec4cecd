import { isDeepStrictEqual } from 'node:util';
import type { CustomerMessage } from '@order-workflow/local';
import type { Order } from '@order-workflow/order-domain';
import type { SentCall } from '@order-workflow/simulators';
import { dueOf } from './due.ts';

/** What the world heard of an order: the gateway and the carrier, each call, and the customer. */
export interface Heard {
  readonly calls: readonly SentCall[];
  readonly notices: readonly CustomerMessage[];
}

/** What the record says of the end, as far as the customer must be told it. */
export interface ToldEnd {
  readonly outcome?: string;
  readonly shipment?: {
    readonly trackingNumber?: string;
    readonly estimatedDelivery?: string;
    readonly service?: string;
  };
  readonly refund?: { readonly status: string };
}

/** What must hold of everything that was sent to the world: it is what the order says, to the last field. */
export function checkSent(order: Order, { calls, notices }: Heard, end: ToldEnd): readonly string[] {
  const own = calls.filter(
    ({ body, key }) => ownKey(order, key) || JSON.stringify(body)?.includes(`"order-${order.orderId}-`),
  );
  const priced = end.outcome !== 'rejected';
  return [
    ...own.flatMap((sent) => differences(order, sent)),
    ...notices.flatMap((notice) => noticeFaults(order, notice, end, priced)),
  ].map((problem) => `${order.orderId}: not kept: ${problem}`);
}

function differences(order: Order, { call, key, body }: SentCall): readonly string[] {
  const due = bodyDue(order, call, body);
  const keyDue = keysDue[call];
  return [
    ...(keyDue === undefined || keyDue.test(key.slice(`order-${order.orderId}-`.length))
      ? []
      : [`${call} under its own key: ${key}`]),
    ...(isDeepStrictEqual(body, due) ? [] : [`${call} sends what the order says: ${differing(body, due)}`]),
  ];
}

/** What follows the order in the key of each call. */
const keysDue: Readonly<Record<string, RegExp>> = {
  charge: /^charge$/,
  void: /^charge$/,
  refund: /^refund(-\d+)?$/,
  book: /^ship$/,
  cancel: /^cancel$/,
};

/** Ids are the service's own: they are held to what the ledgers have, elsewhere. */
function bodyDue(order: Order, call: SentCall['call'], body: unknown): unknown {
  const { charge, booking } = dueOf(order);
  const { chargeId, shipmentId } = (body ?? {}) as { readonly chargeId?: unknown; readonly shipmentId?: unknown };
  if (call === 'charge') return charge;
  if (call === 'book') return booking;
  if (call === 'refund')
    return { chargeId, amount: (charge as { amount: unknown }).amount, chargeKey: `order-${order.orderId}-charge` };
  if (call === 'cancel') return { shipmentId, shipmentKey: `order-${order.orderId}-ship` };
  return undefined;
}

function noticeFaults(
  order: Order,
  { attributes, text }: CustomerMessage,
  end: ToldEnd,
  priced: boolean,
): readonly string[] {
  const due = {
    notificationId: `order-${order.orderId}-notice-${end.outcome}`,
    outcome: String(end.outcome),
    orderId: order.orderId,
    customerEmail: order.customerEmail,
  };
  const lines = priced ? [...dueOf(order).lines, `  Total: ${dueOf(order).totalText}`] : [];
  const wanted = [
    order.customerName === undefined ? 'Hello,' : `Hello ${order.customerName},`,
    ...(lines.length > 0 ? [`\n\n${lines.join('\n')}\n\n`] : []),
    ...moneySaid(order, end),
    ...parcelSaid(end),
  ];
  return [
    ...(isDeepStrictEqual({ ...attributes }, due)
      ? []
      : [`the notice is addressed as due: ${differing(attributes, due)}`]),
    ...wanted.filter((part) => !text.includes(part)).map((part) => `the notice says ${JSON.stringify(part)}`),
  ];
}

function moneySaid(order: Order, { outcome, refund }: ToldEnd): readonly string[] {
  if (outcome !== 'refunded') return [];
  if (refund?.status === 'refunded') return [`We have refunded ${dueOf(order).totalText}.`];
  if (refund?.status === 'voided') return [`The payment of ${dueOf(order).totalText} has been cancelled`];
  return ['You have not been charged.'];
}

function parcelSaid({ outcome, shipment }: ToldEnd): readonly string[] {
  if (outcome !== 'fulfilled' || !shipment) return [];
  return [`Tracking number: ${shipment.trackingNumber}\n`, ` ${shipment.estimatedDelivery}.`];
}

function ownKey({ orderId }: Order, key: string): boolean {
  return key.startsWith(`order-${orderId}-`);
}

/** The fields that differ, by name: what a person reads of a violation. */
function differing(given: unknown, due: unknown): string {
  const [one, other] = [given, due].map((value) => (value ?? {}) as Record<string, unknown>);
  const names = [...new Set([...Object.keys(one ?? {}), ...Object.keys(other ?? {})])];
  const apart = names.filter((name) => !isDeepStrictEqual(one?.[name], other?.[name]));
  return apart
    .map((name) => `${name}: ${JSON.stringify(one?.[name])}, expected ${JSON.stringify(other?.[name])}`)
    .join('; ');
}
