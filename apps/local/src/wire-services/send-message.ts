import { TaskFailure, type TaskIntegration } from '@order-workflow/asl-engine';
import { isJsonObject } from '../json/json-object.ts';
import type { MessageLog } from '../messages/message-log.ts';
import { callSqs, SqsRefused } from './call-service.ts';

/** What goes wrong with a message to a queue: SQS cannot be reached, or its answer is lost. */
export type QueueFault = 'down' | 'answer-lost';

interface SendMessageOptions {
  readonly endpoint: string;
  /** Keeps what queues took. */
  readonly messages: MessageLog;
  /** What goes wrong with the next message. */
  readonly takeFault: () => QueueFault | undefined;
}

/** The integration `sqs:sendMessage`: its arguments are those of the API, and so is its result. */
export function sendMessage({ endpoint, messages, takeFault }: SendMessageOptions): TaskIntegration {
  return async (parameters, { clock }) => {
    const fault = takeFault();
    if (fault === 'down') throw unreachable('connection refused');
    try {
      const answer = await callSqs<{ readonly MessageId: string }>(endpoint, 'SendMessage', parameters);
      const { QueueUrl, MessageBody } = isJsonObject(parameters) ? parameters : {};
      messages.park({
        messageId: answer.MessageId,
        queueUrl: String(QueueUrl),
        body: String(MessageBody),
        parkedAt: new Date(clock.now()).toISOString(),
      });
      if (fault === 'answer-lost') throw unreachable('connection reset');
      return answer;
    } catch (error) {
      if (error instanceof TaskFailure) throw error;
      if (error instanceof SqsRefused) {
        throw new TaskFailure(
          'SQS.AmazonSQSException',
          `${error.message} (Service: AmazonSQS; Error Code: ${error.code})`,
        );
      }
      throw unreachable(error instanceof Error ? error.message : String(error));
    }
  };
}

function unreachable(why: string): TaskFailure {
  return new TaskFailure('SQS.SdkClientException', `Unable to execute HTTP request: ${why}`);
}
