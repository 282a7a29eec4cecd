import { describe, expect, it } from 'vitest';
import type { Notice } from '../notice.ts';
import { aNotice } from '../testing/a-notice.ts';
import type { NoticePublisher } from './notice-publisher.ts';

/** A publisher and what its subscribers have received, in any order. */
export interface WatchedPublisher {
  readonly publisher: NoticePublisher;
  received(): readonly Notice[] | Promise<readonly Notice[]>;
}

/** What every publisher of notices does. `start` gives a fresh one; `away` gives one whose topic cannot be reached. */
export function noticePublisherContract(
  name: string,
  start: () => WatchedPublisher | Promise<WatchedPublisher>,
  away: () => NoticePublisher,
): void {
  describe(`${name} keeps the contract of a notice publisher`, () => {
    it('hands a notice over as it was written, line breaks and emoji too, and answers with the id of the message', async () => {
      const { publisher, received } = await start();
      const notice = aNotice();
      expect(await publisher.publish(notice)).toEqual({ kind: 'published', messageId: expect.stringMatching(/./) });
      expect(await received()).toEqual([notice]);
    });

    it('hands over a notice to an order that could not be identified', async () => {
      const { publisher, received } = await start();
      const { orderId: _, customerEmail: __, ...notice } = aNotice({ outcome: 'rejected' });
      expect(await publisher.publish(notice)).toMatchObject({ kind: 'published' });
      expect(await received()).toEqual([notice]);
    });

    it('publishes again what is published again, under the same notification id', async () => {
      const { publisher, received } = await start();
      const first = await publisher.publish(aNotice());
      const second = await publisher.publish(aNotice());
      expect(first).not.toEqual(second);
      expect((await received()).map(({ notificationId }) => notificationId)).toEqual([
        'order-12345-notice-fulfilled',
        'order-12345-notice-fulfilled',
      ]);
    });

    it('answers that it is unavailable when the topic cannot be reached', async () => {
      expect(await away().publish(aNotice())).toEqual({ kind: 'unavailable', detail: expect.stringMatching(/./) });
    });
  });
}
