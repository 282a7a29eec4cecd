import { deepStrictEqual } from 'node:assert/strict';
import type { AwsClients } from './aws-clients.ts';
import type { EndedExecution } from './end-there.ts';
import { takeMessages } from './take-messages.ts';

interface Told {
  readonly notification?: { readonly messageId?: string };
  readonly outcome?: string;
}

/** Every order that ended has told its customer how, in a message that reached a subscriber of the topic. */
export async function proveNotices(clients: AwsClients, queueUrl: string, executions: readonly EndedExecution[]) {
  const expected = executions
    .filter(({ ending }) => ending.status === 'SUCCEEDED')
    .map(({ record }) => record as Told)
    .map(({ notification, outcome }) => `${notification?.messageId} ${outcome}`);
  const received = (await takeMessages(clients, queueUrl, expected.length)).map(({ body }) => {
    const { MessageId, MessageAttributes } = JSON.parse(body);
    return `${MessageId} ${MessageAttributes?.outcome?.Value}`;
  });
  deepStrictEqual(received.toSorted(), expected.toSorted());
  return { seen: `${received.length} messages, each with the outcome of its order` };
}
