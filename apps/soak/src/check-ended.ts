import { type EndedExecution, isOver, recordOf, stoppedByCancellation } from './ended-order.ts';
import type { Standing } from './standing.ts';

/**
 * What must hold when everything was repaired: each execution has succeeded. Of the order's own, one may have been stopped by a
 * cancellation that took the order over from it, or stand FAILED where such a one has ended its attempt.
 */
export function checkEnded({ ended, cancellations }: Standing): readonly string[] {
  const takers = cancellations.flatMap((one) => recordOf(one).takeover?.worker ?? []);
  return [
    ...cancellations.filter(({ result }) => result.status !== 'SUCCEEDED').map(notWell),
    ...ended.filter((one) => !isOver(one) && !takers.includes(one.id)).map(notWell),
    ...ended
      .filter(({ id, result }) => result.error === stoppedByCancellation && !takers.includes(id))
      .map(({ name }) => `${name}: not kept: who stops an execution has taken its order over`),
  ];
}

function notWell({ name, result }: EndedExecution): string {
  return `${name}: not kept: ${result.status} (${result.error}) although everything was repaired`;
}
