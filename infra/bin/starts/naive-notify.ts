// What a first sketch of Notify Customer looks like: the client and the schemas as their READMEs import them. Its bundle,
// made without options, is what the real one is measured against.
import { PublishCommand, SNSClient } from '@aws-sdk/client-sns';
import { z } from 'zod';

const record = z.object({
  outcome: z.enum(['fulfilled', 'rejected', 'declined', 'refunded']),
  order: z.object({ orderId: z.string(), customerEmail: z.email() }),
});
const client = new SNSClient({});

export async function handler(event: unknown) {
  const { outcome, order } = record.parse(event);
  const { MessageId } = await client.send(
    new PublishCommand({
      TopicArn: process.env['NOTIFICATIONS_TOPIC_ARN'],
      Subject: `Order ${order.orderId}: ${outcome}`,
      Message: `Your order ${order.orderId} is ${outcome}.`,
      MessageAttributes: { outcome: { DataType: 'String', StringValue: outcome } },
    }),
  );
  return { status: 'published', messageId: MessageId };
}
