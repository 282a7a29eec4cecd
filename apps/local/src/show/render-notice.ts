import type { ExecutionResult } from '@order-workflow/asl-engine';
import { isJsonObject } from '../json/json-object.ts';
import type { CustomerMessage, MessageLog } from '../messages/message-log.ts';
import type { Paint } from '../terminal/paint.ts';
import { printable, shellWord, wrapText } from '../terminal/printable-text.ts';

/** What the customer was told of an execution that has ended, by now: a parked notice may have been replayed since. */
export function renderNotice(
  { output }: ExecutionResult,
  messages: Pick<MessageLog, 'published'>,
  paint: Paint,
  width: number,
): readonly string[] {
  if (!isJsonObject(output)) return [];
  const [message] = noticeOf(output, messages);
  const { notification } = output;
  const letter = isJsonObject(notification) ? notification['letter'] : undefined;
  return message ? renderMessage(message, paint, width, letter) : [];
}

function noticeOf(
  { notification, order, outcome }: Readonly<Record<string, unknown>>,
  messages: Pick<MessageLog, 'published'>,
): readonly CustomerMessage[] {
  const id = isJsonObject(notification) ? notification['notificationId'] : undefined;
  if (typeof id === 'string') return messages.published(id);
  // The receipt of a parked notice names none, since it was not published then.
  const orderId = isJsonObject(order) ? order['orderId'] : undefined;
  if (typeof orderId !== 'string') return [];
  return messages
    .published()
    .filter(({ attributes }) => attributes['orderId'] === orderId && attributes['outcome'] === outcome);
}

/** The message as every subscriber of the topic got it, which is nobody's own address. A rule on the left only: nobody can know how wide a customer's letters are. */
function renderMessage(
  { subject, text, attributes }: CustomerMessage,
  paint: Paint,
  width: number,
  letter: unknown,
): string[] {
  const to = attributes['customerEmail'];
  const line = (content: string) => `  ${paint.quiet('│')} ${content}`.trimEnd();
  const body = text
    .trimEnd()
    .split('\n')
    .flatMap((paragraph) => wrapText(printable(paragraph), width - 6));
  return [
    '',
    `  ${paint.quiet(`╭ To every subscriber of the notices topic, ${to === undefined ? 'of an order without an address' : `for ${printable(to)}`}`)}`,
    line(paint.strong(printable(subject))),
    line(''),
    ...body.map(line),
    `  ${paint.quiet(`╰${aboutLetter(letter, attributes['orderId'])}`)}`,
  ];
}

/** Whether its customer gets it as a letter, as the receipt says; nothing of one from before there were letters. */
function aboutLetter(letter: unknown, orderId: string | undefined): string {
  if (letter === 'no-sender') return ' No customer is written to: there is no sender (NoticeSender).';
  if (letter !== 'by-mailer') return '';
  return ` The customer gets a letter of it${orderId === undefined ? '.' : `: pnpm order notices --open ${shellWord(orderId)}`}`;
}
