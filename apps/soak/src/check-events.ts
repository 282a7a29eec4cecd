import type { BusEvent } from '@order-workflow/local';
import type { Attempt } from './attempts.ts';
import { toldBefore } from './notice-kind.ts';

/**
 * What must hold of what others heard of an order: at least once how it ended, and of no attempt another end than it came to. An
 * attempt that another has followed need not have been heard of, as its customer need not have been told.
 */
export function checkEvents(
  orderId: string,
  events: readonly BusEvent[],
  attempts: readonly Attempt[],
): readonly string[] {
  const ends = attempts.filter(({ record }) => record.outcome !== 'duplicate');
  const last = attempts.at(-1);
  return ends.flatMap((attempt) => {
    const { number, record, takenOver } = attempt;
    const heard = events
      .filter(({ detail }) => detail['orderId'] === orderId && detail['attempt'] === number)
      .map(({ detail }) => String(detail['outcome']));
    const soFar: readonly string[] = takenOver ? toldBefore : [];
    const untrue = heard.filter((outcome) => outcome !== record.outcome && !soFar.includes(outcome));
    return [
      ...untrue.map((outcome) => `an event is true: attempt ${number} ${outcome}, which ended ${record.outcome}`),
      ...(attempt === last && !heard.includes(String(record.outcome))
        ? [`others hear of an end: attempt ${number} ${record.outcome}`]
        : []),
    ].map((promise) => `${orderId}: not kept: ${promise}`);
  });
}
