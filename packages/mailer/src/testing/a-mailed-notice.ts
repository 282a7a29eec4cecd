import type { MailedNotice } from '../mailed-notice.ts';

/** A notice of the sample order, as the mailer reads it; it differs by these fields. */
export function aMailedNotice(fields: Partial<MailedNotice> = {}): MailedNotice {
  return {
    notificationId: 'order-12345-notice-fulfilled',
    sequence: 1,
    orderId: '12345',
    customerEmail: 'test@example.com',
    locale: 'en',
    subject: 'Order 12345: paid and on its way',
    text: 'Hello Zoë 🎁,\n\nThank you for your order.\n\n  2 x Espresso cup: 39.98 EUR\n  Total: 39.98 EUR\n',
    ...fields,
  };
}

/** What SNS puts into the queue for it (SNS developer guide, "Amazon SNS message and JSON formats"). */
export function envelopeOf({ subject, text, sequence, ...attributes }: MailedNotice): string {
  const texts = Object.entries(attributes).map(([name, Value]) => [name, { Type: 'String', Value }] as const);
  return JSON.stringify({
    Type: 'Notification',
    MessageId: 'f3c9d9f2-0000-5000-8000-000000000000',
    TopicArn: 'arn:aws:sns:us-east-1:000000000000:notices',
    Subject: subject,
    Message: text,
    Timestamp: '2026-03-02T10:00:00.000Z',
    MessageAttributes: {
      ...Object.fromEntries(texts),
      ...(sequence !== undefined && { sequence: { Type: 'Number', Value: String(sequence) } }),
    },
  });
}
