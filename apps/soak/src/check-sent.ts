import { isDeepStrictEqual } from 'node:util';
import type { CustomerMessage } from '@order-workflow/local';
import type { Order } from '@order-workflow/order-domain';
import type { SentCall } from '@order-workflow/simulators';
import { attemptOfKey, attemptOfRecord, keysBegin, type TakenOver } from './attempts.ts';
import { dueOf } from './due.ts';
import type { LeftRecord } from './ended-order.ts';
import { noticeKind, outcomeOfKind } from './notice-kind.ts';

/** What the world heard of an order: the gateway and the carrier, each call, and the customer. */
export interface Heard {
  readonly calls: readonly SentCall[];
  readonly notices: readonly CustomerMessage[];
}

/** What must hold of everything that was sent to the world for an attempt: it is what its order says, to the last field. */
export function checkSent(
  order: Order,
  { calls, notices }: Heard,
  end: LeftRecord,
  attempt = attemptOfRecord(order.orderId, end) ?? 1,
  takenOver?: TakenOver,
): readonly string[] {
  const own = calls.filter(({ body, key }) => concerns(order, attempt, key, body));
  const told = notices.filter(
    ({ attributes }) => attemptOfKey(order.orderId, attributes['notificationId'] ?? '') === attempt,
  );
  return [
    ...own.flatMap((sent) => differences(order, attempt, sent)),
    ...told.flatMap((notice) => noticeFaults(order, attempt, notice, recordTold(notice, end, takenOver))),
  ].map((problem) => `${keysBegin(order.orderId, attempt).slice('order-'.length)}: not kept: ${problem}`);
}

/**
 * The record that a notice tells of: of an attempt that was taken over, what its cancellation left, or what it had come to
 * itself, of which there may be no more than its outcome.
 */
function recordTold({ attributes }: CustomerMessage, end: LeftRecord, takenOver: TakenOver | undefined): LeftRecord {
  const kind = attributes['notificationId']?.replace(/^.*-notice-/, '') ?? '';
  if (!takenOver || kind === noticeKind(end)) return end;
  const { made } = takenOver;
  if (made && kind === noticeKind(made)) return made;
  return { outcome: outcomeOfKind(kind), ...(kind === 'refunded' && { refund: { status: 'on-its-way' } }) };
}

/** By its key, or by a key that it names. */
function concerns({ orderId }: Order, attempt: number, key: string, body: unknown): boolean {
  const begin = keysBegin(orderId, attempt);
  return key.startsWith(`${begin}-`) || JSON.stringify(body)?.includes(`"${begin}-`);
}

function differences(order: Order, attempt: number, { call, key, body }: SentCall): readonly string[] {
  const begin = `${keysBegin(order.orderId, attempt)}-`;
  const due = bodyDue(order, attempt, call, body);
  const keyDue = keysDue[call];
  return [
    ...(keyDue === undefined || (key.startsWith(begin) && keyDue.test(key.slice(begin.length)))
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
function bodyDue(order: Order, attempt: number, call: SentCall['call'], body: unknown): unknown {
  const begin = keysBegin(order.orderId, attempt);
  const { charge, booking } = dueOf(order, attempt);
  const { chargeId, shipmentId } = (body ?? {}) as { readonly chargeId?: unknown; readonly shipmentId?: unknown };
  if (call === 'charge') return charge;
  if (call === 'book') return booking;
  if (call === 'refund')
    return { chargeId, amount: (charge as { amount: unknown }).amount, chargeKey: `${begin}-charge` };
  if (call === 'cancel') return { shipmentId, shipmentKey: `${begin}-ship` };
  return undefined;
}

function noticeFaults(
  order: Order,
  attempt: number,
  { attributes: { sequence: _, ...attributes }, text }: CustomerMessage,
  end: LeftRecord,
): readonly string[] {
  // Of an order that was found wrong, and cancelled before it was told so, nothing but the id is known.
  const isUnknown = end.outcome === 'cancelled' && end.validation === undefined;
  const priced = end.outcome !== 'rejected' && !isUnknown;
  const due = {
    notificationId: `${keysBegin(order.orderId, attempt)}-notice-${noticeKind(end)}`,
    outcome: String(end.outcome),
    // Of an order that says no other language.
    locale: 'en',
    orderId: order.orderId,
    ...(!isUnknown && { customerEmail: order.customerEmail }),
  };
  const lines = priced ? [...dueOf(order).lines, `  Total: ${dueOf(order).totalText}`] : [];
  const wanted = [
    order.customerName === undefined || isUnknown ? 'Hello,' : `Hello ${order.customerName},`,
    ...cancelSaid(end),
    ...(lines.length > 0 ? [`\n\n${lines.join('\n')}\n\n`] : []),
    ...moneySaid(order, end, text),
    ...parcelSaid(end),
  ];
  return [
    ...(isDeepStrictEqual({ ...attributes }, due)
      ? []
      : [`the notice is addressed as due: ${differing(attributes, due)}`]),
    ...wanted.filter((part) => !text.includes(part)).map((part) => `the notice says ${JSON.stringify(part)}`),
  ];
}

/** The words that tell a cancellation from what happens by itself. */
function cancelSaid(end: LeftRecord): readonly string[] {
  const kind = noticeKind(end);
  if (kind === 'cancelled') return ['Your order has been cancelled, as was asked for.'];
  return kind === 'not-cancelled' ? ['Your order was to be cancelled, but its parcel has left already.'] : [];
}

function moneySaid(order: Order, { outcome, refund }: LeftRecord, text: string): readonly string[] {
  if (outcome !== 'refunded' && outcome !== 'cancelled') return [];
  // A refund that settles later was told when it was accepted, and is not told again.
  if (refund?.status === 'on-its-way' || (refund?.status === 'refunded' && text.includes('on its way')))
    return [`The refund of ${dueOf(order).totalText} is on its way.`];
  if (refund?.status === 'refunded') return [`We have refunded ${dueOf(order).totalText}.`];
  if (refund?.status === 'voided') return [`The payment of ${dueOf(order).totalText} has been cancelled`];
  return ['You have not been charged.'];
}

function parcelSaid({ outcome, shipment }: LeftRecord): readonly string[] {
  if (outcome !== 'fulfilled' || !shipment) return [];
  return [`Tracking number: ${shipment.trackingNumber}\n`, ` ${shipment.estimatedDelivery}.`];
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
