import type { FoundItem, OrderItem } from './order-item.ts';

export type ReadAnswer =
  | { readonly answer: 'item'; readonly item: OrderItem }
  | { readonly answer: 'nothing' }
  /** The table could not be asked. */
  | { readonly answer: 'unavailable'; readonly detail: string };

export type WriteAnswer =
  | { readonly answer: 'written' }
  /** The item is not the one that was compared with; nothing was written. */
  | { readonly answer: 'changed' }
  /** No answer came: it may have been written, or may be yet. */
  | { readonly answer: 'lost'; readonly detail: string }
  /** Certainly not written. */
  | { readonly answer: 'unavailable'; readonly detail: string };

/**
 * Where items lie: the little that the order store needs of a database. Two implementations are here, and a test puts
 * its faults between this and the store. Whatever does not pass by itself (no such table, no permission, an item of
 * another release) is thrown.
 */
export interface OrderTable {
  /** Reads consistently: what was written before is found. */
  read(orderId: string, signal: AbortSignal): Promise<ReadAnswer>;
  /**
   * Writes the whole item if the stored one still has `found`'s owner, attempt, status and revision, or if there is
   * none, where none was found.
   */
  writeIf(item: OrderItem, found: FoundItem | undefined, signal: AbortSignal): Promise<WriteAnswer>;
}
