import type { Notice } from '../notice.ts';

export type PublishAnswer =
  | { readonly kind: 'published'; readonly messageId: string }
  | { readonly kind: 'unavailable'; readonly detail: string };

/** Where notices go. Not to be reached is an answer; a notice that it refuses for what it is, is thrown. */
export interface NoticePublisher {
  publish(notice: Notice): Promise<PublishAnswer>;
}
