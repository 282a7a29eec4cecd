import type { ComparableEnd } from './comparable-end.ts';

/** What MiniStack calls every error of a Node function. */
export const lostName = 'Runtime.HandlerError';

interface FailedRecord {
  readonly failure: { readonly stage: string; readonly cause: string };
}

/**
 * How an order ends where the names of errors are lost, worked out from how it ends here: no Catch of a rejection finds
 * its error, so it goes the way of "anything else". The money is right all the same.
 */
export function withoutErrorNames(here: ComparableEnd): ComparableEnd {
  if (!hasFailure(here.record)) return here;
  const { failure } = here.record;
  const record = { ...here.record, failure: { ...failure, error: lostName } };
  const settledAt = '<instant>';
  switch (failure.stage) {
    case 'validation':
      return { status: 'FAILED', error: lostName, message: failure.cause };
    case 'payment':
      return {
        ...here,
        outcome: 'refunded',
        record: { ...record, outcome: 'refunded', refund: { status: 'nothing-held', settledAt, simulated: true } },
      };
    default:
      return { ...here, record: { ...record, cancellation: { status: 'never-booked', settledAt, simulated: true } } };
  }
}

function hasFailure(record: unknown): record is FailedRecord {
  return typeof record === 'object' && record !== null && 'failure' in record;
}
