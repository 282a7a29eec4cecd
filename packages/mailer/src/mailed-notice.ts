import { emailAddressSchema } from '@order-workflow/order-domain';
import * as z from 'zod/mini';

/** A notice that is to become a letter. */
export interface MailedNotice {
  /** The same for an attempt and its outcome, however often it is published. */
  readonly notificationId: string;
  /** 1 for the order's first notice, and one more for each that follows; absent of an order that nobody claimed. */
  readonly sequence?: number;
  readonly orderId?: string;
  readonly customerEmail: string;
  /** BCP 47. */
  readonly locale: string;
  readonly subject: string;
  readonly text: string;
}

/** What SNS puts into a queue (SNS developer guide, "Amazon SNS message and JSON formats"), as far as it is read. */
const envelopeSchema = z.object({
  Type: z.literal('Notification'),
  Subject: z.string(),
  Message: z.string(),
  MessageAttributes: z.object({
    notificationId: text(z.string().check(z.minLength(1))),
    customerEmail: text(emailAddressSchema),
    sequence: z.optional(text(z.string().check(z.regex(/^[1-9]\d{0,14}$/)))),
    orderId: z.optional(text(z.string())),
    // Of a release of Notify Customer that knew one language.
    locale: z.optional(text(z.string().check(z.regex(/^[A-Za-z\d-]{1,35}$/)))),
  }),
});

function text(value: z.ZodMiniType<string, string>) {
  return z.object({ Value: value });
}

/** Reads the notice that SNS has put into a queue; undefined when it is none that can be sent. */
export function readNotice(envelope: unknown): MailedNotice | undefined {
  const { data } = envelopeSchema.safeParse(envelope);
  if (!data) return undefined;
  const { notificationId, customerEmail, sequence, orderId, locale } = data.MessageAttributes;
  return {
    notificationId: notificationId.Value,
    ...(sequence && { sequence: Number(sequence.Value) }),
    ...(orderId && { orderId: orderId.Value }),
    customerEmail: customerEmail.Value,
    locale: locale?.Value ?? 'en',
    subject: data.Subject,
    text: data.Message,
  };
}
