import { createHash, randomUUID } from 'node:crypto';
import type { AnswerRequest } from '@order-workflow/simulators';
import * as z from 'zod/mini';
import { parsedJson } from '../json/json-object.ts';
import type { CustomerLetter } from '../messages/message-log.ts';

const words = z.object({ Data: z.string() });

/** SendEmail of SES's second API, as far as it is read: https://docs.aws.amazon.com/ses/latest/APIReference-V2/API_SendEmail.html */
const emailSchema = z.object({
  FromEmailAddress: z.string(),
  Destination: z.object({ ToAddresses: z.array(z.string()).check(z.length(1)) }),
  Content: z.object({
    Simple: z.object({
      Subject: words,
      Body: z.object({ Text: words, Html: words }),
      Headers: z.array(z.object({ Name: z.string(), Value: z.string() })),
    }),
  }),
});

interface InboxOptions {
  /** Gets each letter, before its sender is told that it was taken. */
  readonly onLetter: (letter: CustomerLetter) => void;
  readonly now: () => number;
}

/** Stands for SES, and for the customers' mailboxes: takes letters, and sends nothing anywhere. */
export function sesInbox({ onLetter, now }: InboxOptions): AnswerRequest {
  return ({ method, url, rawBody }, response) => {
    const refuse = (status: number, error: string, message: string) =>
      void response
        .writeHead(status, { 'content-type': 'application/json', 'x-amzn-errortype': error })
        .end(JSON.stringify({ message }));
    if (method !== 'POST' || url !== '/v2/email/outbound-emails')
      return refuse(404, 'UnknownOperationException', 'Expected POST /v2/email/outbound-emails');
    const email = emailSchema.safeParse(parsedJson(rawBody.toString('utf8'))).data;
    if (!email) return refuse(400, 'BadRequestException', 'Expected a simple e-mail to one address, in text and HTML');
    const { Subject, Body, Headers } = email.Content.Simple;
    const messageId = randomUUID();
    onLetter({
      notificationId: Headers.find(({ Name }) => Name === 'X-Notice-Id')?.Value ?? unnamed(rawBody),
      messageId,
      from: email.FromEmailAddress,
      to: email.Destination.ToAddresses.join(),
      subject: Subject.Data,
      text: Body.Text.Data,
      html: Body.Html.Data,
      sentAt: new Date(now()).toISOString(),
    });
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ MessageId: messageId }));
  };
}

/** Of a letter that names no notice, as that of a mailer of somebody else's. */
function unnamed(body: Buffer): string {
  return `letter-${createHash('sha256').update(body).digest('hex').slice(0, 16)}`;
}
