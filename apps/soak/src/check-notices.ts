import type { CustomerMessage } from '@order-workflow/local';
import { attemptOfKey } from './attempt-key.ts';
import type { Attempt, AttemptBooks } from './attempts.ts';
import { dueOf } from './due.ts';

/** A notice, with what gateway and carrier had of its attempt when it was published. */
export interface ToldNotice {
  readonly message: CustomerMessage;
  readonly books: AttemptBooks;
}

/**
 * What must hold of all that a customer was told of an order: nothing was untrue when it was told, and what a reader has at
 * last, who drops what is older than what he has read, is how the order stands.
 */
export function checkNotices(
  orderId: string,
  told: readonly ToldNotice[],
  attempts: readonly Attempt[],
): readonly string[] {
  const own = told.filter(({ message }) => message.attributes['orderId'] === orderId);
  const last = attempts.at(-1);
  let read: CustomerMessage | undefined;
  for (const { message } of own) if (sequenceOf(message) >= sequenceOf(read)) read = message;
  const lastTold = attemptOfKey(orderId, read?.attributes['notificationId'] ?? '');
  return [
    ...own.flatMap((one) => untruths(orderId, one, attempts)),
    ...(!last || (lastTold === last.number && read?.attributes['outcome'] === last.record.outcome)
      ? []
      : [`the last notice is how the order stands: ${read?.attributes['notificationId']}, ${last.record.outcome}`]),
    ...ordered(own),
  ].map((promise) => `${orderId}: not kept: ${promise}`);
}

function untruths(
  orderId: string,
  { message, books: { charges, held, standing } }: ToldNotice,
  attempts: readonly Attempt[],
): readonly string[] {
  const { notificationId = '', outcome } = message.attributes;
  const attempt = attempts.find(({ number }) => number === attemptOfKey(orderId, notificationId));
  const fulfilled = outcome === 'fulfilled';
  const refunding = charges.filter(({ status }) => status === 'refunding');
  const comingBack = refunding.reduce((sum, { amount }) => sum + (amount?.amount ?? 0), 0);
  const notHeld = /The refund of .* is on its way/.test(message.text) ? comingBack : 0;
  const isTrue =
    held === (fulfilled && attempt ? dueOf(attempt.order).total : notHeld) && standing.length === (fulfilled ? 1 : 0);
  return isTrue
    ? []
    : [`a notice is true when it is sent: ${notificationId} with ${held} held, ${standing.length} shipments`];
}

/** Later attempts have later numbers, and one notice has one. */
function ordered(own: readonly ToldNotice[]): readonly string[] {
  const numbers = new Map<string | undefined, number>();
  for (const { message } of own) {
    const id = message.attributes['notificationId'];
    const sequence = sequenceOf(message);
    if ((numbers.get(id) ?? sequence) !== sequence) return [`a notice has one number: ${id}`];
    numbers.set(id, sequence);
  }
  return new Set(numbers.values()).size === numbers.size ? [] : ['no two notices have one number'];
}

function sequenceOf(message: CustomerMessage | undefined): number {
  return Number(message?.attributes['sequence'] ?? 0);
}
