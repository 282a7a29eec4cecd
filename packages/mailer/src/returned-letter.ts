import * as z from 'zod/mini';

/** Why a letter came back, in the words of SES: https://docs.aws.amazon.com/ses/latest/dg/notification-contents.html */
export type ReturnReason = 'bounced' | 'complained' | 'suppressed' | 'refused';

/** A letter that did not reach its customer, or was not wanted. */
export interface ReturnedLetter {
  /** The id that the letter was sent under. */
  readonly letterId: string;
  /** What SES calls the message. */
  readonly messageId: string;
  readonly reason: ReturnReason;
}

/** An event of SES as EventBridge brings it, as far as it is read: no address is. */
const eventSchema = z.object({
  source: z.literal('aws.ses'),
  'detail-type': z.string(),
  detail: z.object({
    mail: z.object({ messageId: z.string(), tags: z.object({ letter: z.array(z.string()) }) }),
    bounce: z.optional(z.object({ bounceType: z.string(), bounceSubType: z.string() })),
  }),
});

/** By what comes of the letter: of a transient bounce SES tells too, after it has given up. */
const reasons: Readonly<Record<string, ReturnReason>> = {
  'Email Bounced': 'bounced',
  'Email Complaint Received': 'complained',
  'Email Rejected': 'refused',
};

/** The events of SES that are read, as EventBridge calls them (`detail-type`). */
export const returnEvents: readonly string[] = Object.keys(reasons);

/** Reads an event that says that a letter came back; undefined when it is none. */
export function readReturn(event: unknown): ReturnedLetter | undefined {
  const { data } = eventSchema.safeParse(event);
  if (!data) return undefined;
  const { mail, bounce } = data.detail;
  const [letterId] = mail.tags.letter;
  const reason = reasons[data['detail-type']];
  if (letterId === undefined || reason === undefined) return undefined;
  // `OnAccountSuppressionList`, or `Suppressed` by SES's own list: it was never sent.
  const suppressed = /suppress/i.test(bounce?.bounceSubType ?? '');
  return { letterId, messageId: mail.messageId, reason: suppressed ? 'suppressed' : reason };
}
