import { openHttpListener } from '@order-workflow/simulators';
import type { Queue, Topic } from '../assembly/assembly.ts';
import {
  type CustomerInbox,
  type CustomerMessage,
  type MessageLog,
  openCustomerInbox,
} from '../messages/message-log.ts';
import { callSns, callSqs } from './call-service.ts';
import { inProcessServices } from './in-process-services.ts';
import { publishForm } from './publish-form.ts';
import { snsProxy, type TopicFault } from './sns-proxy.ts';
import { sqsProxy } from './sqs-proxy.ts';

/** SNS and SQS on sockets of this machine. */
export interface WireServices {
  /** Address of SNS, `http://127.0.0.1:…`. */
  readonly topicsEndpoint: string;
  /** Address of SQS. */
  readonly queuesEndpoint: string;
  readonly inbox: CustomerInbox;
  /** Gives a message that a topic took once more to its subscribers, without noting it again. */
  republish(message: CustomerMessage, topicArn: string): Promise<void>;
  close(): Promise<void>;
}

interface WireServicesOptions {
  readonly topics: readonly Topic[];
  readonly queues: readonly Queue[];
  /** Keeps what is published. */
  readonly messages: MessageLog;
  /** Hears of what is published, after subscribers have it. */
  readonly onPublished?: (message: CustomerMessage) => void;
  /** What goes wrong with the next notice that is published. */
  readonly takeTopicFault?: (notificationId: string | undefined) => TopicFault | undefined;
}

/** Starts SNS and SQS with these topics and queues on ports that the system chooses, on the loopback address only. */
export async function startWireServices(options: WireServicesOptions): Promise<WireServices> {
  const { topics, queues, messages, takeTopicFault = () => undefined } = options;
  const services = inProcessServices();
  const [topicListener, queueListener] = [await openHttpListener(), await openHttpListener()];
  const onPublished = (message: CustomerMessage) => {
    messages.publish(message);
    options.onPublished?.(message);
  };
  topicListener.open(snsProxy({ services, onPublished, takeFault: takeTopicFault }));
  queueListener.open(sqsProxy(services));
  for (const { name } of topics) await callSns(topicListener.url, 'CreateTopic', { Name: name });
  for (const { name } of queues) await callSqs(queueListener.url, 'CreateQueue', { QueueName: name });
  return {
    topicsEndpoint: topicListener.url,
    queuesEndpoint: queueListener.url,
    inbox: openCustomerInbox(messages),
    async republish(message, topicArn) {
      await services.call('sns', publishForm(message, topicArn));
    },
    async close() {
      await Promise.all([topicListener.close(), queueListener.close()]);
      await services.close();
    },
  };
}
