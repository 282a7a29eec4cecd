import type { AnswerRequest } from '@order-workflow/simulators';
import { openHttpListener } from '@order-workflow/simulators';
import type { Queue, Topic } from '../assembly/assembly.ts';
import {
  type CustomerInbox,
  type CustomerMessage,
  type MessageLog,
  openCustomerInbox,
} from '../messages/message-log.ts';
import { callSns, callSqs, readSqsAnswer } from './call-service.ts';
import { type EventFault, eventBuses } from './event-buses.ts';
import { type InProcessServices, inProcessServices, refuseCall } from './in-process-services.ts';
import { snsProxy, type TopicFault } from './sns-proxy.ts';

/** SNS, SQS and EventBridge on sockets of this machine. */
export interface WireServices {
  /** Address of SNS, `http://127.0.0.1:…`. */
  readonly topicsEndpoint: string;
  /** Address of SQS. */
  readonly queuesEndpoint: string;
  /** Address of EventBridge. */
  readonly eventsEndpoint: string;
  readonly inbox: CustomerInbox;
  /** Calls an action of SQS as Lambda's pollers do, which are a part of this machine as it is. Throws SqsRefused as callSqs does. */
  callQueues<Answer>(action: string, parameters: unknown): Promise<Answer>;
  /** Gives a message that a topic took once more to its subscribers, without noting it again. */
  republish(message: CustomerMessage, topicArn: string): Promise<void>;
  close(): Promise<void>;
}

interface WireServicesOptions {
  readonly topics: readonly Topic[];
  readonly queues: readonly Queue[];
  /** Keeps what is published, and events. */
  readonly messages: MessageLog;
  /** Hears of what is published, after subscribers have it. */
  readonly onPublished?: (message: CustomerMessage) => void;
  /** What goes wrong with the next notice that is published. */
  readonly takeTopicFault?: (notificationId: string | undefined) => TopicFault | undefined;
  /** What goes wrong with the next call that puts events, the first of which has this id. */
  readonly takeEventFault?: (id: string | undefined) => EventFault | undefined;
}

/** Starts SNS, SQS and EventBridge with these topics and queues on ports that the system chooses, on the loopback address only. */
export async function startWireServices(options: WireServicesOptions): Promise<WireServices> {
  const { topics, queues, messages, takeTopicFault = () => undefined, takeEventFault } = options;
  const services = inProcessServices();
  const topicListener = await openHttpListener();
  const queueListener = await openHttpListener();
  const eventListener = await openHttpListener();
  const onPublished = (message: CustomerMessage) => {
    messages.publish(message);
    options.onPublished?.(message);
  };
  topicListener.open(snsProxy({ services, onPublished, takeFault: takeTopicFault }));
  queueListener.open(sqsProxy(services));
  eventListener.open(eventBuses({ onEvent: messages.noteEvent, ...(takeEventFault && { takeFault: takeEventFault }) }));
  for (const { name } of topics) await callSns(topicListener.url, 'CreateTopic', { Name: name });
  for (const { name } of queues) await callSqs(queueListener.url, 'CreateQueue', { QueueName: name });
  return {
    topicsEndpoint: topicListener.url,
    queuesEndpoint: queueListener.url,
    eventsEndpoint: eventListener.url,
    inbox: openCustomerInbox(messages),
    callQueues: async (action, parameters) =>
      readSqsAnswer(await services.call('sqs', JSON.stringify(parameters), `AmazonSQS.${action}`)),
    async republish(message, topicArn) {
      await services.call('sns', publishForm(message, topicArn));
    },
    async close() {
      await Promise.all([topicListener.close(), queueListener.close(), eventListener.close()]);
      await services.close();
    },
  };
}

/** The body of a call to publish a message (SNS API reference, Publish): a list's entries are numbered from 1. */
function publishForm({ subject, text, attributes }: CustomerMessage, topicArn: string): string {
  const form = new URLSearchParams({ Action: 'Publish', Version: '2010-03-31', TopicArn: topicArn, Message: text });
  if (subject !== '') form.set('Subject', subject);
  for (const [place, [name, value]] of Object.entries(attributes).entries()) {
    const at = `MessageAttributes.entry.${place + 1}`;
    form.set(`${at}.Name`, name);
    form.set(`${at}.Value.DataType`, name === 'sequence' ? 'Number' : 'String');
    form.set(`${at}.Value.StringValue`, value);
  }
  return form.toString();
}

/** Stands before SQS. */
function sqsProxy(services: InProcessServices): AnswerRequest {
  return async (request, response) => {
    if (refuseCall('sqs', request, response)) return;
    const target = request.headers['x-amz-target'];
    const answer = await services.call('sqs', request.rawBody.toString('utf8'), String(target ?? ''));
    response.writeHead(answer.status, { 'content-type': answer.contentType }).end(answer.body);
  };
}
