import type { QueueSource, QueueSubscription } from '../assembly/assembly.ts';
import { isJsonObject } from '../json/json-object.ts';
import type { LambdaHost } from '../lambda-host/lambda-host.ts';
import type { CustomerMessage, MessageLog } from '../messages/message-log.ts';
import { callSns } from './call-service.ts';
import type { WireServices } from './start-wire-services.ts';

interface MailOptions {
  readonly subscriptions: readonly QueueSubscription[];
  readonly sources: readonly QueueSource[];
  readonly services: Pick<WireServices, 'topicsEndpoint' | 'callQueues' | 'republish'>;
  readonly messages: Pick<MessageLog, 'owed' | 'settle'>;
  readonly invoke: LambdaHost['invoke'];
  /** Hears why what was taken could not be worked on; a warning of the process unless given. */
  readonly onProblem?: (problem: unknown) => void;
}

/** Calls functions with what queues take, as Lambda's pollers do. */
export interface Mail {
  /** Something may be in a queue. */
  wake(): void;
  /** Waits until every message has been worked on once. What failed stays owed, for the next process. */
  close(): Promise<void>;
}

interface Message {
  readonly MessageId: string;
  readonly ReceiptHandle: string;
  readonly Body: string;
}

/**
 * Subscribes queues to topics, and hands their messages to the functions behind them, a batch at a time. A message that a function
 * gives back is tried again by the next process: here nobody waits for the time after which SQS would hand it out again.
 */
export async function startMail(options: MailOptions): Promise<Mail> {
  const { subscriptions, sources, services, messages, invoke, onProblem = warn } = options;
  for (const subscription of subscriptions) await subscribe(services.topicsEndpoint, subscription);
  let woken = false;
  let working: Promise<void> | undefined;

  async function work(): Promise<void> {
    try {
      while (woken) {
        woken = false;
        for (const source of sources) while (await workOn(source));
      }
    } catch (problem) {
      onProblem(problem);
    } finally {
      working = undefined;
    }
  }

  /** Whether there was anything. */
  async function workOn({ queueArn, functionName, batchSize }: QueueSource): Promise<boolean> {
    const queue = { QueueUrl: urlOf(queueArn) };
    const asked = { ...queue, MaxNumberOfMessages: batchSize };
    const { Messages = [] } = await services.callQueues<{ readonly Messages?: readonly Message[] }>(
      'ReceiveMessage',
      asked,
    );
    if (Messages.length === 0) return false;
    const Records = Messages.map(({ MessageId, ReceiptHandle, Body }) => ({
      messageId: MessageId,
      receiptHandle: ReceiptHandle,
      body: Body,
      eventSource: 'aws:sqs',
      eventSourceARN: queueArn,
    }));
    const result = await invoke(functionName, { Records });
    const failed = result?.kind === 'returned' ? failedOf(result.payload) : 'all';
    const done = Messages.filter(({ MessageId }) => failed !== 'all' && !failed.has(MessageId));
    if (done.length === 0) return true;
    const Entries = done.map(({ MessageId, ReceiptHandle }) => ({ Id: MessageId, ReceiptHandle }));
    await services.callQueues('DeleteMessageBatch', { ...queue, Entries });
    for (const { Body } of done) messages.settle(noticeIn(Body));
    return true;
  }

  const mail: Mail = {
    wake() {
      woken = true;
      working ??= work();
    },
    async close() {
      await working;
    },
  };
  const owed = messages.owed();
  for (const message of owed) await services.republish(message, topicOf(subscriptions));
  if (owed.length > 0) mail.wake();
  return mail;
}

function warn(problem: unknown): void {
  process.emitWarning(
    `Letters wait for the next notice or command: ${problem instanceof Error ? problem.message : problem}`,
  );
}

/** Whether a message becomes a letter: nobody can write to an order whose address cannot be read. */
export function isAddressed({ attributes }: CustomerMessage): boolean {
  return attributes['customerEmail'] !== undefined && attributes['notificationId'] !== undefined;
}

function subscribe(topicsEndpoint: string, { topicArn, queueArn, filterPolicy }: QueueSubscription): Promise<void> {
  return callSns(topicsEndpoint, 'Subscribe', {
    TopicArn: topicArn,
    Protocol: 'sqs',
    Endpoint: queueArn,
    ...(filterPolicy && { 'Attributes.entry.1.key': 'FilterPolicy', 'Attributes.entry.1.value': filterPolicy }),
  });
}

function topicOf(subscriptions: readonly QueueSubscription[]): string {
  return subscriptions[0]?.topicArn ?? '';
}

function urlOf(queueArn: string): string {
  const [, , , region = '', account = '', name = ''] = queueArn.split(':');
  return `https://sqs.${region}.amazonaws.com/${account}/${name}`;
}

/** Lambda developer guide, "Reporting batch item failures": what is no such answer counts as success of all. */
function failedOf(answer: unknown): ReadonlySet<string> {
  const failures = isJsonObject(answer) ? answer['batchItemFailures'] : undefined;
  const ids = (Array.isArray(failures) ? failures : []).map((one) =>
    isJsonObject(one) ? String(one['itemIdentifier']) : '',
  );
  return new Set(ids);
}

/** The notice in the envelope of SNS. */
function noticeIn(body: string): string {
  const envelope: unknown = JSON.parse(body);
  const attributes = isJsonObject(envelope) ? envelope['MessageAttributes'] : undefined;
  const id = isJsonObject(attributes) ? attributes['notificationId'] : undefined;
  return isJsonObject(id) ? String(id['Value']) : '';
}
