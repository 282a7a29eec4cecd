import { attemptsOf } from './attempts.ts';
import { type EndedOrder, leftRecordOf } from './ended-order.ts';
import { expectedClaim } from './expected-claim.ts';
import { isKnown, type Standing, wasLeftCancelled } from './standing.ts';

/** What must come of a message on whose order nobody worked when it came: the next attempt, or nothing. */
export function checkClaim(before: Standing, ending: EndedOrder): readonly string[] {
  const { order, name, result } = ending;
  if (result.status !== 'SUCCEEDED' || !isKnown(before)) return [];
  const { ended, cancellations } = before;
  const due = expectedClaim(attemptsOf(ended, cancellations), order, wasLeftCancelled(before));
  const made = attemptsOf([...ended, ending], cancellations).find((one) => one.name === name)?.number;
  if (made === (due === 'duplicate' ? undefined : due.attempt)) return [];
  const { outcome } = leftRecordOf(ending);
  return [
    `${order.orderId}: not kept: a message that says attempt ${order.attempt} is ` +
      `${due === 'duplicate' ? 'a duplicate' : `attempt ${due.attempt}`}: ${outcome} in attempt ${made}`,
  ];
}
