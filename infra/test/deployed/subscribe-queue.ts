import { SubscribeCommand, UnsubscribeCommand } from '@aws-sdk/client-sns';
import { CreateQueueCommand, DeleteQueueCommand, GetQueueAttributesCommand } from '@aws-sdk/client-sqs';
import type { AwsClients } from './aws-clients.ts';

/** A queue of the test's own that gets whatever a topic tells, as a customer's mailbox would. */
export async function subscribeQueue({ sns, sqs }: AwsClients, topicArn: string) {
  const { QueueUrl: url = '' } = await sqs.send(new CreateQueueCommand({ QueueName: 'the-test-listens' }));
  const { Attributes } = await sqs.send(new GetQueueAttributesCommand({ QueueUrl: url, AttributeNames: ['QueueArn'] }));
  const subscribe = new SubscribeCommand({ TopicArn: topicArn, Protocol: 'sqs', Endpoint: Attributes?.['QueueArn'] });
  const { SubscriptionArn } = await sns.send(subscribe);
  return {
    url,
    async close() {
      await sns.send(new UnsubscribeCommand({ SubscriptionArn }));
      await sqs.send(new DeleteQueueCommand({ QueueUrl: url }));
    },
  };
}
