import { openDoor } from '@order-workflow/simulators';
import type { Queue, Topic } from '../assembly/assembly.ts';
import { type CustomerInbox, openCustomerInbox } from '../messages/customer-inbox.ts';
import type { MessageLog } from '../messages/message-log.ts';
import { inProcessServices } from './in-process-services.ts';
import { serveQueues } from './serve-queues.ts';
import { serveTopics, type TopicFault } from './serve-topics.ts';
import { callSns } from './sns-call.ts';
import { callSqs } from './sqs-call.ts';

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
  readonly takeTopicFault?: (notificationId: string | undefined) => TopicFault | undefined;
}

/** Starts SNS and SQS with these topics and queues on ports that the system chooses, on the loopback address only. */
export async function startWireServices(options: WireServicesOptions): Promise<WireServices> {
  const { topics, queues, messages, takeTopicFault = () => undefined } = options;
  const services = inProcessServices();
  const [topicDoor, queueDoor] = [await openDoor(), await openDoor()];
  const onPublished = messages.publish.bind(messages);
  topicDoor.open(serveTopics({ services, onPublished, takeFault: takeTopicFault }));
  queueDoor.open(serveQueues(services));
  for (const { name } of topics) await callSns(topicDoor.url, 'CreateTopic', { Name: name });
  for (const { name } of queues) await callSqs(queueDoor.url, 'CreateQueue', { QueueName: name });
  return {
    topicsEndpoint: topicDoor.url,
    queuesEndpoint: queueDoor.url,
    inbox: openCustomerInbox(messages),
    async close() {
      await Promise.all([topicDoor.close(), queueDoor.close()]);
      await services.close();
    },
  };
}
