import type { ExecutionResult } from '@order-workflow/asl-engine';
import { isJsonObject } from '../json/json-object.ts';
import type { CustomerMessage, MessageLog } from '../messages/message-log.ts';
import type { Paint } from '../terminal/paint.ts';
import { renderMessage } from './render-message.ts';

/** What the customer was told of an execution that has ended, by now: a parked notice may have been replayed since. */
export function renderNotice(
  { output }: ExecutionResult,
  messages: Pick<MessageLog, 'published'>,
  paint: Paint,
  width: number,
): readonly string[] {
  if (!isJsonObject(output)) return [];
  const [message] = noticeOf(output, messages);
  return message ? renderMessage(message, paint, width) : [];
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
