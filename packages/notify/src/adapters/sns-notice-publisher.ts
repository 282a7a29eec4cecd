import { type MessageAttributeValue, PublishCommand, type SNSClient, SNSServiceException } from '@aws-sdk/client-sns';
import type { Notice } from '../notice.ts';
import type { NoticePublisher, PublishAnswer } from '../ports/notice-publisher.ts';
import { leanSnsClient } from './lean-sns-client.ts';

/** Answers of SNS that say "not now" (SNS API reference, common errors and Publish). */
const passing = new Set([
  'InternalError',
  'InternalErrorException',
  'KMSThrottling',
  'KMSThrottlingException',
  'Throttled',
  'ThrottledException',
  'Throttling',
]);

/**
 * Publishes notices to an SNS topic; subscribers can filter by outcome, order and customer, and put notices of an order in their sequence.
 *
 * @throws TypeError when no topic is given
 */
export function snsNoticePublisher(topicArn: string | undefined, given?: SNSClient): NoticePublisher {
  if (!topicArn) throw new TypeError('NOTIFICATIONS_TOPIC_ARN: missing, expected the ARN of an SNS topic');
  // Made for the first notice: the client loads TLS, which a function need not wait for before it can start.
  let client = given;
  return {
    async publish(notice): Promise<PublishAnswer> {
      try {
        client ??= leanSnsClient();
        const { MessageId } = await client.send(
          new PublishCommand({
            TopicArn: topicArn,
            Subject: notice.subject,
            Message: notice.text,
            MessageAttributes: attributesOf(notice),
          }),
        );
        if (MessageId === undefined) return { kind: 'unavailable', detail: 'SNS answered without a message id' };
        return { kind: 'published', messageId: MessageId };
      } catch (error) {
        const detail = whyUnavailable(error);
        if (detail === undefined) throw error;
        return { kind: 'unavailable', detail };
      }
    },
  };
}

function attributesOf({
  notificationId,
  sequence,
  outcome,
  orderId,
  customerEmail,
  locale,
}: Notice): Record<string, MessageAttributeValue> {
  const values = { notificationId, outcome, orderId, customerEmail, locale };
  const texts = Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, { DataType: 'String', StringValue: value }]],
    ),
  );
  return sequence === undefined ? texts : { ...texts, sequence: { DataType: 'Number', StringValue: String(sequence) } };
}

/** In words, when the topic could not be reached or said "not now"; undefined when it refused the notice itself. */
function whyUnavailable(error: unknown): string | undefined {
  if (error instanceof SNSServiceException) {
    const status = error.$metadata.httpStatusCode ?? 0;
    return status >= 500 || status === 429 || passing.has(error.name) ? `SNS: ${error.name}` : undefined;
  }
  if (!(error instanceof Error)) return 'SNS could not be reached';
  const why = 'code' in error && typeof error.code === 'string' ? error.code : error.name;
  return `SNS could not be reached: ${why}`;
}
