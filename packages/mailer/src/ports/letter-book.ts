import type { LetterItem } from '../letter-item.ts';

export type BookRead =
  | { readonly kind: 'item'; readonly item: LetterItem | undefined }
  | { readonly kind: 'unavailable'; readonly detail: string };

export type BookWrite =
  | { readonly kind: 'written' }
  /** The item is not the one that was compared with. */
  | { readonly kind: 'changed' }
  /** Whether it was written is not known. */
  | { readonly kind: 'unavailable'; readonly detail: string };

/** Where it is noted which letters were sent. What does not pass by itself (no such table, no permission) is thrown. */
export interface LetterBook {
  /** Reads consistently: what was written before is found. */
  read(letterId: string): Promise<BookRead>;
  /** Writes the item if the one that is there has this revision, or if none is there where none was found. */
  writeIf(item: LetterItem, foundRevision: number | undefined): Promise<BookWrite>;
}
