import { cancelledBy } from '../cancel/cancelled-by.ts';
import type { DeskEntry } from '../desk/desk-entry.ts';
import { holdsNothing } from '../order/holds-nothing.ts';

/** What is done to all that a search found. */
export type BulkAction = 'redrive' | 'cancel' | 'replay';

/** What is to be done to one hit, or why nothing is. */
export type PlannedRow = { readonly entry: DeskEntry } & (
  | { readonly call: BulkCall; readonly left?: undefined }
  | { readonly left: string; readonly call?: undefined }
);

export type BulkCall =
  | { readonly kind: 'redrive'; readonly executionArn: string }
  | { readonly kind: 'cancel'; readonly orderId: string }
  | { readonly kind: 'replay'; readonly messageIds: readonly string[] };

/** A notice that waits in the queue. */
type Parked = { readonly messageId: string; readonly orderId?: string | undefined };

/**
 * What an action would do to each hit, in their order, before anything is done. An order is cancelled once, and its notices are replayed
 * once, however many of its executions were found.
 */
export function planBulk(
  action: BulkAction,
  hits: readonly DeskEntry[],
  parked: readonly Parked[],
): readonly PlannedRow[] {
  const met = new Set<string>();
  return hits.map((entry): PlannedRow => {
    const { orderId } = entry;
    if (action === 'redrive') return { entry, ...redriven(entry) };
    if (orderId === undefined) return { entry, left: 'has no order id that can be known' };
    if (met.has(orderId)) return { entry, left: 'its order stands above' };
    const planned = action === 'cancel' ? cancelled(entry, orderId) : replayed(orderId, parked);
    if ('call' in planned) met.add(orderId);
    return { entry, ...planned };
  });
}

type Planned = { readonly call: BulkCall } | { readonly left: string };

function redriven(entry: DeskEntry): Planned {
  const { status, executionArn, notRedrivable } = entry;
  if (status === 'RUNNING') return { left: 'still runs' };
  if (status === 'SUCCEEDED') return { left: 'has succeeded' };
  if (cancelledBy(entry)) return { left: 'was stopped by the cancellation of its order' };
  if (notRedrivable !== undefined) return { left: notRedrivable };
  return { call: { kind: 'redrive', executionArn } };
}

function cancelled(entry: DeskEntry, orderId: string): Planned {
  const { of, status, outcome } = entry;
  if (of === 'cancellations') {
    const over = status === 'RUNNING' || status === 'SUCCEEDED';
    return over ? { left: 'is a cancellation itself' } : { call: { kind: 'cancel', orderId } };
  }
  if (cancelledBy(entry)) return { left: 'is being cancelled, or has been' };
  if (status === 'SUCCEEDED' && holdsNothing(outcome)) return { left: `${outcome}: holds nothing` };
  return { call: { kind: 'cancel', orderId } };
}

function replayed(orderId: string, parked: readonly Parked[]): Planned {
  const messageIds = parked.filter((notice) => notice.orderId === orderId).map(({ messageId }) => messageId);
  return messageIds.length === 0 ? { left: 'no notice of it waits' } : { call: { kind: 'replay', messageIds } };
}
