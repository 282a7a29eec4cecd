import type { CustomerMessage } from '@order-workflow/local';
import type { ChargeRecord } from '@order-workflow/simulators';
import type { Attempt, AttemptBooks } from './attempts.ts';
import { attemptOfKey } from './attempts.ts';
import type { StoredOrder } from './check-store.ts';
import { dueOf } from './due.ts';
import { noticeKind, toldBefore } from './notice-kind.ts';

/** A notice, and how things stood when it was published. */
export interface ToldNotice {
  readonly message: CustomerMessage;
  /** What gateway and carrier had of its attempt. */
  readonly books: AttemptBooks;
  /** How often they had taken something for its attempt. */
  readonly effects: number;
  readonly item: StoredOrder | undefined;
}

/**
 * What must hold of all that a customer was told of an order: nothing was untrue when it was told, and what a reader has at
 * last, who drops what is older than what he has read, is how the order stands.
 */
export function checkNotices(
  orderId: string,
  told: readonly ToldNotice[],
  attempts: readonly Attempt[],
  effectsOf: (attempt: number) => number,
): readonly string[] {
  const own = told.filter(({ message }) => message.attributes['orderId'] === orderId);
  const last = attempts.at(-1);
  let read: CustomerMessage | undefined;
  for (const { message } of own) if (sequenceOf(message) >= sequenceOf(read)) read = message;
  const lastTold = attemptOfKey(orderId, read?.attributes['notificationId'] ?? '');
  const due = last && noticeKind(last.record);
  return [
    ...own.flatMap((one) => (wasOvertaken(one) ? [] : untruths(orderId, one, attempts))),
    ...(!last || (lastTold === last.number && read?.attributes['notificationId']?.endsWith(`-notice-${due}`))
      ? []
      : [`the last notice is how the order stands: ${read?.attributes['notificationId']}, ${due}`]),
    ...ordered(orderId, own, attempts),
    ...own.flatMap((one) => takenAgain(orderId, one, effectsOf)),
  ].map((promise) => `${orderId}: not kept: ${promise}`);
}

/**
 * Whether the order had been taken over, or had ended otherwise, when an execution published what it had come to: nothing can call a
 * message back that is on its way. A notice with a later number follows it, or has come before.
 */
function wasOvertaken({ message, item }: ToldNotice): boolean {
  const [, kind = ''] = /-notice-(.*)$/.exec(message.attributes['notificationId'] ?? '') ?? [];
  if (!item || !toldBefore.includes(kind)) return false;
  return item.status === 'cancelling' || (item.notice?.sequence ?? 0) > sequenceOf(message);
}

/** A cancelled order stays cancelled: nothing more is taken for it, however late something arrives. */
function takenAgain(
  orderId: string,
  { message: { attributes }, effects }: ToldNotice,
  effectsOf: (attempt: number) => number,
): readonly string[] {
  const { notificationId = '', outcome } = attributes;
  const attempt = attemptOfKey(orderId, notificationId);
  if (outcome !== 'cancelled' || attempt === undefined || effectsOf(attempt) === effects) return [];
  return [`a cancelled order stays cancelled: something was taken after ${notificationId}`];
}

function untruths(
  orderId: string,
  { message, books: { charges, held, standing } }: ToldNotice,
  attempts: readonly Attempt[],
): readonly string[] {
  const { notificationId = '', outcome } = message.attributes;
  const attempt = attempts.find(({ number }) => number === attemptOfKey(orderId, notificationId));
  const fulfilled = outcome === 'fulfilled';
  const comingBack = charges.filter(wasTakenBack).reduce((sum, { amount }) => sum + (amount?.amount ?? 0), 0);
  const notHeld = /The refund of .* is on its way/.test(message.text) ? comingBack : 0;
  const isTrue =
    held === (fulfilled && attempt ? dueOf(attempt.order).total : notHeld) && standing.length === (fulfilled ? 1 : 0);
  return isTrue
    ? []
    : [`a notice is true when it is sent: ${notificationId} with ${held} held, ${standing.length} shipments`];
}

/** Whether the gateway has taken a refund: one that it gave up since, when nobody had asked again, is asked for anew. */
function wasTakenBack({ status, failedRefunds }: ChargeRecord): boolean {
  return status === 'refunding' || (status === 'charged' && failedRefunds > 0);
}

/** Later attempts have later numbers, and one notice has one; that of a cancellation in vain has one for each of them. */
function ordered(orderId: string, own: readonly ToldNotice[], attempts: readonly Attempt[]): readonly string[] {
  const numbers = new Map<string, Set<number>>();
  for (const { message } of own) {
    const id = message.attributes['notificationId'] ?? '';
    numbers.set(id, (numbers.get(id) ?? new Set()).add(sequenceOf(message)));
  }
  const all = [...numbers.values()].flatMap((some) => [...some]);
  const tooMany = [...numbers].filter(([id, some]) => some.size > mostNumbers(orderId, id, attempts));
  return [
    ...tooMany.map(([id]) => `a notice has one number: ${id}`),
    ...(new Set(all).size === all.length ? [] : ['no two notices have one number']),
  ];
}

function mostNumbers(orderId: string, id: string, attempts: readonly Attempt[]): number {
  const attempt = attempts.find(({ number }) => number === attemptOfKey(orderId, id));
  return id.endsWith('-notice-not-cancelled') ? (attempt?.takenOver?.times ?? 1) : 1;
}

function sequenceOf(message: CustomerMessage | undefined): number {
  return Number(message?.attributes['sequence'] ?? 0);
}
