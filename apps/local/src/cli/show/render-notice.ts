import type { ExecutionResult } from '@order-workflow/asl-engine';
import { isJsonObject } from '../../assembly/json-object.ts';
import type { MessageLog } from '../../messages/message-log.ts';
import type { Paint } from './paint.ts';
import { renderMessage } from './render-message.ts';

/** What the customer was told of an execution that has ended; nothing where the notice is parked or there is none. */
export function renderNotice(
  { output }: ExecutionResult,
  messages: Pick<MessageLog, 'published'>,
  paint: Paint,
  width: number,
): readonly string[] {
  const notification = isJsonObject(output) ? output['notification'] : undefined;
  const id = isJsonObject(notification) ? notification['notificationId'] : undefined;
  const [message] = typeof id === 'string' ? messages.published(id) : [];
  return message ? renderMessage(message, paint, width) : [];
}
