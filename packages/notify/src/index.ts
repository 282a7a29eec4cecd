export { type OrderEvent, orderEventSchema } from './events/order-event.ts';
export { orderEventSource, orderEventTypes } from './events/order-event-names.ts';
export type { Notice } from './notice.ts';
export { noticeLanguages } from './notices/languages.ts';
export { NotificationsUnavailable, OrderEventsUnavailable } from './notification-failures.ts';
export { type NotificationReceipt, notificationReceiptSchema } from './notification-receipt.ts';
export { notifyCustomer } from './notify-customer-stage.ts';
export type { NoticePublisher, PublishAnswer } from './ports/notice-publisher.ts';
