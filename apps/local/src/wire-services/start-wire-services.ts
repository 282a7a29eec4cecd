import { buildApp } from 'fauxqs';
import type { Queue, Topic } from '../assembly/assembly.ts';
import { localAccount } from '../assembly/local-account.ts';
import { type CustomerInbox, openCustomerInbox } from './customer-inbox.ts';
import { callSns } from './sns-call.ts';
import { callSqs } from './sqs-call.ts';

/** SNS and SQS on a socket of this machine. */
export interface WireServices {
  /** `http://127.0.0.1:…`, for both services. */
  readonly endpoint: string;
  readonly inbox: CustomerInbox;
  /** The bodies of the messages that wait in a queue, oldest first; they stay there. */
  peek(queueName: string): Promise<readonly string[]>;
  close(): Promise<void>;
}

interface Inspection {
  readonly messages: { readonly ready: readonly { readonly body: string }[] };
}

/**
 * Starts SNS and SQS with the assembly's topics and queues on a port that the system chooses. They listen on the
 * loopback address only, and keep everything in memory.
 */
export async function startWireServices(topics: readonly Topic[], queues: readonly Queue[]): Promise<WireServices> {
  const app = buildApp({ logger: false, defaultRegion: localAccount.region });
  const endpoint = await app.listen({ port: 0, host: '127.0.0.1' });
  for (const { name } of topics) await callSns(endpoint, 'CreateTopic', { Name: name });
  for (const { name } of queues) await callSqs(endpoint, 'CreateQueue', { QueueName: name });
  const inbox = await openCustomerInbox(
    endpoint,
    topics.map(({ arn }) => arn),
  );
  return {
    endpoint,
    inbox,
    async peek(queueName) {
      const answer = await app.inject(`/_fauxqs/queues/${encodeURIComponent(queueName)}`);
      return answer.json<Inspection>().messages.ready.map(({ body }) => body);
    },
    close: () => app.close(),
  };
}
