import { callSns } from './sns-call.ts';
import { callSqs } from './sqs-call.ts';

/** A message as a customer got it from a topic. */
export interface CustomerMessage {
  readonly subject: string;
  readonly text: string;
  /** What subscribers filter by. */
  readonly attributes: Readonly<Record<string, string>>;
}

/** Stands for the customers: everything that the topics send arrives here. */
export interface CustomerInbox {
  /** Takes what has arrived since the last time, oldest first. */
  take(): Promise<readonly CustomerMessage[]>;
}

interface Received {
  readonly Messages?: readonly { readonly Body: string; readonly ReceiptHandle: string }[];
}

/** What SNS puts into a queue (SNS developer guide, "HTTP/HTTPS notification JSON format"). */
interface Envelope {
  readonly Subject?: string;
  readonly Message: string;
  readonly MessageAttributes?: Readonly<Record<string, { readonly Value: string }>>;
}

/** Subscribes a queue of its own to the topics. */
export async function openCustomerInbox(endpoint: string, topicArns: readonly string[]): Promise<CustomerInbox> {
  const queue = 'local-customer-inbox';
  const { QueueUrl } = await callSqs<{ QueueUrl: string }>(endpoint, 'CreateQueue', { QueueName: queue });
  const { Attributes } = await callSqs<{ Attributes: { QueueArn: string } }>(endpoint, 'GetQueueAttributes', {
    QueueUrl,
    AttributeNames: ['QueueArn'],
  });
  for (const TopicArn of topicArns) {
    await callSns(endpoint, 'Subscribe', { TopicArn, Protocol: 'sqs', Endpoint: Attributes.QueueArn });
  }
  return {
    async take() {
      const taken: CustomerMessage[] = [];
      for (;;) {
        const { Messages = [] } = await callSqs<Received>(endpoint, 'ReceiveMessage', {
          QueueUrl,
          MaxNumberOfMessages: 10,
        });
        if (Messages.length === 0) return taken;
        taken.push(...Messages.map(({ Body }) => readEnvelope(JSON.parse(Body))));
        const Entries = Messages.map(({ ReceiptHandle }, index) => ({ Id: String(index), ReceiptHandle }));
        await callSqs(endpoint, 'DeleteMessageBatch', { QueueUrl, Entries });
      }
    },
  };
}

function readEnvelope({ Subject = '', Message, MessageAttributes = {} }: Envelope): CustomerMessage {
  const attributes = Object.entries(MessageAttributes).map(([name, { Value }]) => [name, Value]);
  return { subject: Subject, text: Message, attributes: Object.fromEntries(attributes) };
}
