import { type Decision, fail, leave } from '@order-workflow/stage-kit';
import type { Apologies } from './apologies.ts';
import { composeNotice } from './compose-notice.ts';
import { NotificationsUnavailable } from './notification-failures.ts';
import type { NotificationReceipt } from './notification-receipt.ts';
import type { NoticePublisher } from './ports/notice-publisher.ts';
import type { ToldRecord } from './told-record.ts';

/** Tells the customer how the order ended. A notice may be published twice, but always under the same id. */
export async function notifyCustomer(
  record: ToldRecord,
  { publisher, apologies = {} }: { readonly publisher: NoticePublisher; readonly apologies?: Apologies },
): Promise<Decision<NotificationReceipt, NotificationsUnavailable>> {
  const notice = composeNotice(record, apologies);
  const published = await publisher.publish(notice);
  switch (published.answer) {
    case 'published':
      return leave({
        status: 'published',
        notificationId: notice.notificationId,
        messageId: published.messageId,
      });
    case 'unavailable':
      return fail(new NotificationsUnavailable(published.detail));
  }
}
