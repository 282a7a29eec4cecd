import type { LeftRecord } from './ended-order.ts';

/** What a notice id says after the attempt: how the order ended, or that it could not be cancelled. */
export function noticeKind({ outcome, takeover }: Pick<LeftRecord, 'outcome' | 'takeover'>): string {
  return takeover && outcome === 'fulfilled' ? 'not-cancelled' : String(outcome);
}

/** The outcome that a notice of this kind has. */
export function outcomeOfKind(kind: string): string {
  return kind === 'not-cancelled' ? 'fulfilled' : kind;
}

/**
 * What the customer may have been told of an attempt besides how it ended, where a cancellation took it over: that it was
 * fulfilled, or that its money is on its way back.
 */
export const toldBefore: readonly string[] = ['fulfilled', 'refunded'];
