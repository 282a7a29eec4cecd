import { attemptsOf } from './attempts.ts';
import type { EndedOrder, LeftRecord } from './ended-order.ts';
import { expectedClaim } from './expected-claim.ts';

/** What must come of a message on whose order nobody worked when it came: the next attempt, or nothing. */
export function checkClaim(before: readonly EndedOrder[], ending: EndedOrder): readonly string[] {
  const { order, name, result } = ending;
  if (result.status !== 'SUCCEEDED' || !isKnown(before)) return [];
  const due = expectedClaim(attemptsOf(before), order);
  const made = attemptsOf([...before, ending]).find((one) => one.name === name)?.number;
  if (made === (due === 'duplicate' ? undefined : due.attempt)) return [];
  const { outcome } = (result.output ?? {}) as LeftRecord;
  return [
    `${order.orderId}: not kept: a message that says attempt ${order.attempt} is ` +
      `${due === 'duplicate' ? 'a duplicate' : `attempt ${due.attempt}`}: ${outcome} in attempt ${made}`,
  ];
}

/**
 * Whether it can be told how the order stands: each execution has ended well, every attempt is known, and no notice waits, with
 * which the end of its order may wait too.
 */
function isKnown(before: readonly EndedOrder[]): boolean {
  const attempts = attemptsOf(before);
  return (
    before.every(({ result }) => result.status === 'SUCCEEDED') &&
    attempts.every(
      ({ number, record }, index) =>
        number === index + 1 && record.outcome !== 'duplicate' && record.notification?.status !== 'parked',
    ) &&
    (before.length === 0 || attempts.length > 0)
  );
}
