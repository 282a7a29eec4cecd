import { buildApp } from 'fauxqs';
import type { Queue, Topic } from '../assembly/assembly.ts';
import { localAccount } from '../assembly/local-account.ts';
import { type CustomerInbox, openCustomerInbox } from '../messages/customer-inbox.ts';
import type { MessageLog } from '../messages/message-log.ts';
import { callSns } from './sns-call.ts';
import { callSqs } from './sqs-call.ts';
import { openTopicGate, type TopicFault } from './topic-gate.ts';

/** SNS and SQS on sockets of this machine. */
export interface WireServices {
  /** Address of SNS, `http://127.0.0.1:…`. */
  readonly topicsEndpoint: string;
  /** Address of SQS. */
  readonly queuesEndpoint: string;
  readonly inbox: CustomerInbox;
  close(): Promise<void>;
}

interface WireServicesOptions {
  readonly topics: readonly Topic[];
  readonly queues: readonly Queue[];
  /** Keeps what is published. */
  readonly messages: MessageLog;
  /** What goes wrong with the next notice that is published. */
  readonly takeTopicFault?: () => TopicFault | undefined;
}

/** Starts SNS and SQS with these topics and queues on ports that the system chooses, on the loopback address only. */
export async function startWireServices(options: WireServicesOptions): Promise<WireServices> {
  const { topics, queues, messages, takeTopicFault = () => undefined } = options;
  const app = buildApp({ logger: false, defaultRegion: localAccount.region });
  const endpoint = await app.listen({ port: 0, host: '127.0.0.1' });
  for (const { name } of topics) await callSns(endpoint, 'CreateTopic', { Name: name });
  for (const { name } of queues) await callSqs(endpoint, 'CreateQueue', { QueueName: name });
  const onPublished = messages.publish.bind(messages);
  const gate = await openTopicGate({ endpoint, onPublished, takeFault: takeTopicFault });
  return {
    topicsEndpoint: gate.endpoint,
    queuesEndpoint: endpoint,
    inbox: openCustomerInbox(messages),
    async close() {
      await gate.close();
      await app.close();
    },
  };
}
