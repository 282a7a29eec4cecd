import { type EndedExecution, isOver, leftRecordOf, stoppedByCancellation } from './ended-order.ts';
import type { OrderRun } from './order-run.ts';
import type { Standing } from './standing.ts';

/**
 * What must hold when everything was repaired: each execution has succeeded. Of the order's own, one may have been stopped by a
 * cancellation that took the order over from it, or stand FAILED where such a one has ended its attempt.
 */
export function checkEnded({ ended, cancellations }: Standing): readonly string[] {
  const isTakenOver = (own: EndedExecution) => cancellations.some((one) => tookOver(one, own));
  return [
    ...cancellations.filter(({ result }) => result.status !== 'SUCCEEDED').map(notWell),
    ...ended.filter((one) => !isOver(one) && !isTakenOver(one)).map(notWell),
    ...ended
      .filter((one) => one.result.error === stoppedByCancellation && !isTakenOver(one))
      .map(({ name }) => `${name}: not kept: who stops an execution has taken its order over`),
  ];
}

/** What was begun has ended, and is known: whoever had no answer has asked again. */
export function checkAllEnded(
  { sent, cancellations }: Pick<OrderRun, 'sent' | 'cancellations'>,
  standing: Standing,
): readonly string[] {
  const ended = new Set([...standing.ended, ...standing.cancellations].map(({ name }) => name));
  return [...sent.map(({ name }) => name), ...cancellations]
    .filter((name) => !ended.has(name))
    .map((name) => `${name}: not kept: every execution ends`);
}

/** Of an order that was rejected, and holds nothing, a cancellation does not say by whom it was worked on: by whoever had its attempt. */
function tookOver(cancellation: EndedExecution, { id, owned }: EndedExecution): boolean {
  const { takeover, failure } = leftRecordOf(cancellation);
  if (takeover) return takeover.worker === id;
  return failure?.error === 'OrderNeverAccepted' && owned !== undefined && cancellation.owned === owned;
}

function notWell({ name, result }: EndedExecution): string {
  return `${name}: not kept: ${result.status} (${result.error}) although everything was repaired`;
}
