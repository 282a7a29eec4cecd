import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { startMail } from './start-mail.ts';

const queueArn = 'arn:aws:sqs:eu-central-1:123456789012:letters';
const envelope = { MessageAttributes: { notificationId: { Value: 'order-12345-notify' } } };
const message = { MessageId: 'one', ReceiptHandle: 'handle', Body: JSON.stringify(envelope) };

/** A queue with one message, whose connection breaks the first time that something is asked of it. */
async function brokenOnce(): Promise<string> {
  let asked = 0;
  let taken = false;
  const server = createServer((request, response) => {
    asked++;
    if (asked === 1) return void request.socket.destroy();
    const receives = String(request.headers['x-amz-target']).endsWith('ReceiveMessage');
    const answer = receives && !taken ? { Messages: [message] } : {};
    taken ||= receives;
    response.end(JSON.stringify(answer));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

it('outlives a call that fails: it says so, the notice stays owed, and the next one has it worked on', async () => {
  const url = await brokenOnce();
  const settled: string[] = [];
  const problems: unknown[] = [];
  const invoked: unknown[] = [];
  const mail = await startMail({
    subscriptions: [],
    sources: [{ queueArn, functionName: 'mailer', batchSize: 10 }],
    services: { topicsEndpoint: url, queuesEndpoint: url, republish: async () => undefined },
    messages: { owed: () => [], settle: (id) => void settled.push(id) },
    invoke: async (_, payload) => {
      invoked.push(payload);
      return { kind: 'returned', payload: { batchItemFailures: [] } };
    },
    onProblem: (problem) => void problems.push(problem),
  });
  mail.wake();
  await mail.close();
  expect(problems).toEqual([expect.objectContaining({ code: 'ECONNRESET' })]);
  expect({ settled, invoked }).toEqual({ settled: [], invoked: [] });
  mail.wake();
  await mail.close();
  expect(problems).toHaveLength(1);
  expect(invoked).toHaveLength(1);
  expect(settled).toEqual(['order-12345-notify']);
});
