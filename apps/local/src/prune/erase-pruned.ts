import type { ExecutionJournal } from '@order-workflow/asl-engine';
import type { DataFolder } from '../data-folder/data-folder.ts';
import { forgetDesk } from '../data-folder/forget-desk.ts';
import { orderOfKey } from '../desk/order-of-key.ts';
import type { ForgottenCounts } from '../messages/message-log.ts';
import type { Sources } from './gather-orders.ts';
import { forgetItems } from './kept-items.ts';
import type { PrunePlan } from './plan-pruning.ts';

/** How much was erased. */
export interface Erased extends ForgottenCounts {
  readonly executions: number;
  readonly bookLines: number;
  readonly items: number;
  readonly batches: number;
}

interface Erasing extends Pick<Sources, 'journal' | 'messages' | 'ledgers'> {
  readonly folder: DataFolder;
  /** The executions that place batches, where there were any. */
  readonly batches: ExecutionJournal | undefined;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

/**
 * Erases what a plan says, a file after the other, each whole and on the disk before the next. The journal is last: by it an order is
 * found again where this breaks off, and until its item goes, after the books, nobody takes the order for one that was never charged.
 */
export function erasePruned(plan: PrunePlan, { folder, journal, messages, ledgers, batches, now }: Erasing): Erased {
  const { orderIds, noticeIds, before } = plan;
  const isTheirs = (orderId: unknown) => typeof orderId === 'string' && orderIds.has(orderId);
  const bookLines = ledgers.forget((key) => isTheirs(orderOfKey(key)));
  const expiredBefore = Math.min(before, now) / 1_000;
  const items = forgetItems(folder.tablesFile, { orderIds, noticeIds, expiredBefore });
  const told = messages.forget({
    notice: ({ attributes: { orderId, notificationId = '' } }) => isTheirs(orderId) || noticeIds.has(notificationId),
    letter: ({ notificationId }) => noticeIds.has(notificationId),
    parked: () => false,
    event: ({ detail: { orderId } }) => isTheirs(orderId),
  });
  forgetDesk(folder);
  const executions = journal.forget(plan.executionArns);
  const placed = (batches?.list() ?? []).filter(({ end }) => end?.status === 'SUCCEEDED' && end.stoppedAt < before);
  return {
    ...{ executions, bookLines, items, ...told },
    batches: batches?.forget(placed.map(({ executionArn }) => executionArn)) ?? 0,
  };
}
