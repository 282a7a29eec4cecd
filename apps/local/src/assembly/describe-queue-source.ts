import type { QueueSource, QueueSubscription } from './assembly.ts';
import type { StackResource } from './stack-resources.ts';

/** What a queue gets of a topic; nothing of a subscription of another protocol. */
export function describeSubscription(subscription: StackResource): readonly QueueSubscription[] {
  if (subscription.property('Protocol') !== 'sqs') return [];
  const filterPolicy = subscription.property('FilterPolicy');
  return [
    {
      topicArn: String(subscription.property('TopicArn')),
      queueArn: String(subscription.property('Endpoint')),
      ...(filterPolicy !== undefined && { filterPolicy: JSON.stringify(filterPolicy) }),
    },
  ];
}

/** Which function a queue's messages go to; nothing of a source that is no queue. */
export function describeQueueSource(source: StackResource): readonly QueueSource[] {
  const queueArn = String(source.property('EventSourceArn'));
  if (!queueArn.includes(':sqs:')) return [];
  // Lambda's own default for SQS (CloudFormation, AWS::Lambda::EventSourceMapping).
  const batchSize = Number(source.property('BatchSize') ?? 10);
  return [{ queueArn, functionName: String(source.property('FunctionName')), batchSize }];
}
