import type { Notice } from '../notice.ts';
import type { NoticePublisher, PublishAnswer } from '../ports/notice-publisher.ts';

/** A publisher that keeps what it published, and can be told to be away. It keeps the contract of a real one. */
export class RecordingNoticePublisher implements NoticePublisher {
  readonly published: Notice[] = [];
  readonly #answer: PublishAnswer['kind'];

  constructor(answer: PublishAnswer['kind'] = 'published') {
    this.#answer = answer;
  }

  async publish(notice: Notice): Promise<PublishAnswer> {
    if (this.#answer === 'unavailable') return { kind: 'unavailable', detail: 'the topic is away' };
    this.published.push(notice);
    return { kind: 'published', messageId: `message-${this.published.length}` };
  }
}
