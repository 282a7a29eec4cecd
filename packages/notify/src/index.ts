export type { Notice } from './notice.ts';
export { noticeLanguages } from './notices/languages.ts';
export { NotificationsUnavailable } from './notification-failures.ts';
export { type NotificationReceipt, notificationReceiptSchema } from './notification-receipt.ts';
export { notifyCustomer } from './notify-customer-stage.ts';
export type { NoticePublisher, PublishAnswer } from './ports/notice-publisher.ts';
