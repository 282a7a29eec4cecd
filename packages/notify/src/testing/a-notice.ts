import type { Notice } from '../notice.ts';

/** A notice as it is written for a fulfilled order; it differs by these fields. */
export function aNotice(fields: Partial<Notice> = {}): Notice {
  return {
    notificationId: 'order-12345-notice-fulfilled',
    outcome: 'fulfilled',
    orderId: '12345',
    customerEmail: 'test@example.com',
    locale: 'en',
    subject: 'Order 12345: paid and on its way',
    text: 'Hello Zoë 🎁,\n\nThank you for your order.\n',
    ...fields,
  };
}
