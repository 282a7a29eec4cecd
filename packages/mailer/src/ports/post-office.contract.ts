import { describe, expect, it } from 'vitest';
import { composeLetter } from '../letter/compose-letter.ts';
import { aMailedNotice } from '../testing/a-mailed-notice.ts';
import type { Letter, PostOffice } from './post-office.ts';

/** A post office, and what customers got from it. */
export interface WatchedPostOffice {
  readonly office: PostOffice;
  arrived(): Promise<readonly Pick<Letter, 'to' | 'subject' | 'text' | 'html'>[]>;
}

/** What every post office does. */
export function postOfficeContract(name: string, start: () => WatchedPostOffice | Promise<WatchedPostOffice>): void {
  describe(`${name} keeps the contract of a post office`, () => {
    it('brings a letter to its customer alone, with its words as they were written, in text and in HTML', async () => {
      const { office, arrived } = await start();
      const letters = ['ada@example.com', 'bob@example.com'].map((customerEmail, at) =>
        composeLetter(aMailedNotice({ customerEmail, orderId: `${at}`, subject: `Bestellung ${at}: für Sie` })),
      );
      const ids: string[] = [];
      for (const letter of letters) {
        const answer = await office.send(letter);
        expect(answer).toEqual({ kind: 'taken', messageId: expect.stringMatching(/./) });
        if (answer.kind === 'taken') ids.push(answer.messageId);
      }
      expect(new Set(ids).size).toBe(2);
      expect(await arrived()).toEqual(letters.map(({ to, subject, text, html }) => ({ to, subject, text, html })));
    });
  });
}
