import { createVirtualClock, type TaskContext } from '@order-workflow/asl-engine';
import { describe, expect, it, onTestFinished } from 'vitest';
import { refusedAddress } from '../../test/refused-address.ts';
import { openMessageLog } from '../messages/message-log.ts';
import { type QueueFault, sendMessage } from './send-message.ts';
import { startWireServices } from './start-wire-services.ts';

const queue = {
  name: 'parked',
  arn: 'arn:aws:sqs:us-east-1:000000000000:parked',
  url: 'https://sqs.us-east-1.amazonaws.com/000000000000/parked',
};
const clock = createVirtualClock({ start: Date.UTC(2026, 2, 2) });
const context = { clock } as Partial<TaskContext> as TaskContext;

async function sender(fault?: QueueFault) {
  const messages = openMessageLog();
  const { queuesEndpoint: endpoint, close } = await startWireServices({ topics: [], queues: [queue], messages });
  onTestFinished(close);
  const faults = fault ? [fault] : [];
  const send = sendMessage({ endpoint, messages, takeFault: () => faults.shift() });
  return { messages, send: async (url = queue.url) => send({ QueueUrl: url, MessageBody: '{}' }, context) };
}

describe(sendMessage, () => {
  it('notes what the queue took, under the id that SQS gave it', async () => {
    const { send, messages } = await sender();
    const answer = await send();
    expect(messages.parked()).toEqual([
      {
        messageId: (answer as { MessageId: string }).MessageId,
        queueUrl: queue.url,
        body: '{}',
        parkedAt: '2026-03-02T00:00:00.000Z',
      },
    ]);
  });

  it.each<[QueueFault, number]>([
    ['down', 0],
    ['answer-lost', 1],
  ])('fails once as an SDK that cannot reach SQS when the queue is to be %s', async (fault, taken) => {
    const { send, messages } = await sender(fault);
    await expect(send()).rejects.toMatchObject({ name: 'TaskFailure', error: 'SQS.SdkClientException' });
    expect(messages.parked()).toHaveLength(taken);
    await send();
    expect(messages.parked()).toHaveLength(taken + 1);
  });

  it('fails in the words of SQS when that refuses, and notes nothing', async () => {
    const { send, messages } = await sender();
    await expect(send(`${queue.url}-not`)).rejects.toMatchObject({
      error: 'SQS.AmazonSQSException',
      cause: expect.stringContaining('QueueDoesNotExist'),
    });
    expect(messages.parked()).toEqual([]);
  });

  it('fails as an SDK does when nothing answers', async () => {
    const messages = openMessageLog();
    const send = sendMessage({ endpoint: await refusedAddress(), messages, takeFault: () => undefined });
    const sent = (async () => send({ QueueUrl: queue.url, MessageBody: '{}' }, context))();
    await expect(sent).rejects.toMatchObject({ error: 'SQS.SdkClientException' });
  });
});
