import type { Mutant } from './mutant.ts';

/** Ways to tell the customer twice, or not at all. */
export const mutantsOfTelling: readonly Mutant[] = [
  {
    name: 'the id of a notice has a random part',
    breaks: 'the customer is told, once',
    file: 'packages/notify/src/compose-notice.ts',
    text: '`notice-${record.outcome}`',
    becomes: '`notice-${record.outcome}-${Math.random()}`',
  },
  {
    name: 'a notice that could not be published is taken for published',
    breaks: 'the customer is told, once',
    file: 'packages/notify/src/notify-customer.ts',
    text: 'return fail(new NotificationsUnavailable(published.detail));',
    becomes: "return leave({ status: 'published', notificationId: notice.notificationId, messageId: 'none' });",
  },
  {
    name: 'a declined order is told of as refunded',
    breaks: 'the record says what happened',
    file: 'packages/payment/src/process-payment-stage.ts',
    text: "rejectedAs: 'declined'",
    becomes: "rejectedAs: 'refunded'",
  },
];
