import type { LetterItem } from '../letter-item.ts';
import type { BookRead, BookWrite, LetterBook } from '../ports/letter-book.ts';

/** What goes wrong with a write: it is not done, or done and its answer lost. */
type WriteFault = 'not-done' | 'answer-lost';

/** A book in memory that keeps the contract of a real one, and can be told to fail. */
export class MemoryLetterBook implements LetterBook {
  readonly items = new Map<string, LetterItem>();
  /** What goes wrong with the next writes, undefined for nothing. */
  readonly faults: (WriteFault | undefined)[] = [];

  async read(letterId: string): Promise<BookRead> {
    return { kind: 'item', item: this.items.get(letterId) };
  }

  async writeIf(item: LetterItem, foundRevision: number | undefined): Promise<BookWrite> {
    const fault = this.faults.shift();
    if (fault === 'not-done') return { kind: 'unavailable', detail: 'the book is away' };
    if (this.items.get(item.letterId)?.revision !== foundRevision) return { kind: 'changed' };
    this.items.set(item.letterId, item);
    return fault ? { kind: 'unavailable', detail: 'the answer was lost' } : { kind: 'written' };
  }
}
