import { attemptsOf } from './attempts.ts';
import { type EndedExecution, leftRecordOf } from './ended-order.ts';
import { isKnown, type Standing, wasLeftCancelled } from './standing.ts';

/** What must come of a cancellation of an order on which nobody worked when it began. `wrong`: it names no order. */
export function checkCancelling(
  orderId: string,
  before: Standing,
  ending: Pick<EndedExecution, 'result'>,
  wrong: boolean,
): readonly string[] {
  if (ending.result.status !== 'SUCCEEDED' || (!isKnown(before) && !wrong)) return [];
  const due = wrong ? ['rejected'] : dueOutcomes(before);
  const { outcome } = leftRecordOf(ending);
  return due.includes(outcome ?? '')
    ? []
    : [`${orderId}: not kept: a cancellation that meets nobody at work is ${due.join(' or ')}: ${outcome}`];
}

/** Of an order that is fulfilled, it depends on where the parcel is. */
function dueOutcomes(before: Standing): readonly string[] {
  const last = attemptsOf(before.ended, before.cancellations).at(-1);
  if (last) return last.record.outcome === 'fulfilled' ? ['cancelled', 'fulfilled'] : ['duplicate'];
  return wasLeftCancelled(before) ? ['duplicate'] : ['cancelled'];
}
