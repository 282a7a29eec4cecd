import { DeleteMessageCommand, ReceiveMessageCommand } from '@aws-sdk/client-sqs';
import type { AwsClients } from './aws-clients.ts';

/** A message as SQS hands it out. */
export interface TakenMessage {
  readonly messageId: string;
  readonly body: string;
}

/** Takes messages out of a queue until there are as many as expected, or none has come for five seconds. */
export async function takeMessages({ sqs }: AwsClients, url: string, expected: number): Promise<TakenMessage[]> {
  const taken: TakenMessage[] = [];
  while (taken.length < expected) {
    const { Messages = [] } = await sqs.send(
      new ReceiveMessageCommand({ QueueUrl: url, MaxNumberOfMessages: 10, WaitTimeSeconds: 5 }),
    );
    if (Messages.length === 0) break;
    for (const { MessageId = '', Body = '', ReceiptHandle } of Messages) {
      taken.push({ messageId: MessageId, body: Body });
      await sqs.send(new DeleteMessageCommand({ QueueUrl: url, ReceiptHandle }));
    }
  }
  return taken;
}
