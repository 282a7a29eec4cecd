import { describe, expect, it } from 'vitest';
import type { LetterItem } from '../letter-item.ts';
import type { LetterBook } from './letter-book.ts';

/** What every book of letters does. `book` gives one, which tests share by their own letters. */
export function letterBookContract(name: string, book: () => LetterBook): void {
  let letters = 0;
  const anItem = (fields: Partial<LetterItem> = {}): LetterItem => ({
    letterId: `letter-${++letters}`,
    notificationId: 'order-12345-notice-fulfilled',
    sequence: 1,
    state: 'sending',
    handed: 1,
    since: Date.UTC(2026, 2, 2),
    revision: 1,
    ...fields,
  });

  describe(`${name} keeps the contract of a book of letters`, () => {
    it('knows nothing of a letter that was never written, and all of one that was', async () => {
      const item = anItem({ messageId: 'ses-1', state: 'returned', reason: 'bounced' });
      expect(await book().read(item.letterId)).toEqual({ kind: 'item', item: undefined });
      expect(await book().writeIf(item, undefined)).toEqual({ kind: 'written' });
      expect(await book().read(item.letterId)).toEqual({ kind: 'item', item });
    });

    it('lets one of two begin a letter', async () => {
      const item = anItem();
      const answers = await Promise.all([book().writeIf(item, undefined), book().writeIf(item, undefined)]);
      expect(answers.map(({ kind }) => kind).sort()).toEqual(['changed', 'written']);
    });

    it('lets one of two go on from what both found, and nobody from what is gone', async () => {
      const item = anItem();
      await book().writeIf(item, undefined);
      const next = { ...item, state: 'sent', revision: 2 } as const;
      const answers = await Promise.all([book().writeIf(next, 1), book().writeIf({ ...next, state: 'unsent' }, 1)]);
      expect(answers.map(({ kind }) => kind).sort()).toEqual(['changed', 'written']);
      expect(await book().writeIf({ ...next, revision: 3 }, 1)).toEqual({ kind: 'changed' });
      expect(await book().writeIf(anItem(), 7)).toEqual({ kind: 'changed' });
    });
  });
}
