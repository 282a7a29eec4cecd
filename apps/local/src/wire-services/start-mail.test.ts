import { expect, it } from 'vitest';
import { startMail } from './start-mail.ts';
import type { WireServices } from './start-wire-services.ts';

const queueArn = 'arn:aws:sqs:eu-central-1:123456789012:letters';
const envelope = { MessageAttributes: { notificationId: { Value: 'order-12345-notify' } } };
const message = { MessageId: 'one', ReceiptHandle: 'handle', Body: JSON.stringify(envelope) };

/** A queue with one message, which cannot be reached the first time that something is asked of it. */
function brokenOnce() {
  const asked: string[] = [];
  const callQueues = async (action: string) => {
    asked.push(action);
    if (asked.length === 1) throw new Error('the queue cannot be reached');
    return { Messages: action === 'ReceiveMessage' && asked.length === 2 ? [message] : [] };
  };
  return { asked, callQueues: callQueues as WireServices['callQueues'] };
}

it('outlives a call that fails: it says so, the notice stays owed, and the next one has it worked on', async () => {
  const { asked, callQueues } = brokenOnce();
  const settled: string[] = [];
  const problems: unknown[] = [];
  const invoked: unknown[] = [];
  const mail = await startMail({
    subscriptions: [],
    sources: [{ queueArn, functionName: 'mailer', batchSize: 10 }],
    services: { topicsEndpoint: '', callQueues, republish: async () => undefined },
    messages: { owed: () => [], settle: (id) => void settled.push(id) },
    invoke: async (_, payload) => {
      invoked.push(payload);
      return { kind: 'returned', payload: { batchItemFailures: [] } };
    },
    onProblem: (problem) => void problems.push(problem),
  });
  mail.wake();
  await mail.close();
  expect(problems).toEqual([new Error('the queue cannot be reached')]);
  expect({ settled, invoked }).toEqual({ settled: [], invoked: [] });
  mail.wake();
  await mail.close();
  expect(problems).toHaveLength(1);
  expect(invoked).toHaveLength(1);
  expect(asked).toEqual(['ReceiveMessage', 'ReceiveMessage', 'DeleteMessageBatch', 'ReceiveMessage']);
  expect(settled).toEqual(['order-12345-notify']);
});
