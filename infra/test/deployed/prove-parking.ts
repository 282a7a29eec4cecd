import { deepStrictEqual } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { CreateTopicCommand, DeleteTopicCommand } from '@aws-sdk/client-sns';
import { endThere } from './end-there.ts';
import { type DeployedProof, output, repository } from './proof.ts';
import { takeMessages } from './take-messages.ts';

/** While the topic is gone, an order still ends as it should, and its notice waits in the queue. */
export async function proveParking(proof: DeployedProof) {
  const { clients } = proof;
  const topicArn = output(proof, 'NotificationsTopicArn');
  await clients.sns.send(new DeleteTopicCommand({ TopicArn: topicArn }));
  try {
    const placed = JSON.parse(readFileSync(`${repository}/examples/orders/shipped-home.json`, 'utf8'));
    const input = JSON.stringify({ ...placed, orderId: 'untold' });
    const { ending, record, states } = await endThere(clients, output(proof, 'PlaceOrdersAt'), 'untold', input);
    const [parked] = await takeMessages(clients, output(proof, 'UndeliveredNoticesUrl'), 1);
    const { notification, ...order } = record as { notification: { status: string; messageId: string } };
    const { notification: undelivered, execution, ...waiting } = JSON.parse(parked?.body ?? '{}');
    deepStrictEqual(
      {
        status: ending.status,
        outcome: ending.outcome,
        notification: notification.status,
        waits: undelivered?.status,
        messageId: notification.messageId,
        of: execution?.name,
        record: waiting,
      },
      {
        status: 'SUCCEEDED',
        outcome: 'fulfilled',
        notification: 'parked',
        waits: 'undelivered',
        messageId: parked?.messageId,
        of: 'untold',
        record: order,
      },
    );
    return { seen: `fulfilled, ${states.slice(-2).join(' → ')}, and the whole record waits` };
  } finally {
    await clients.sns.send(new CreateTopicCommand({ Name: topicArn.split(':').at(-1) }));
  }
}
