import { connect } from 'node:net';
import { networkInterfaces } from 'node:os';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openMessageLog } from '../messages/message-log.ts';
import { callSns, callSqs, SqsRefused } from './call-service.ts';
import type { TopicFault } from './sns-proxy.ts';
import { startWireServices } from './start-wire-services.ts';

const topic = { name: 'notices', arn: 'arn:aws:sns:us-east-1:000000000000:notices' };
const queue = {
  name: 'parked',
  arn: 'arn:aws:sqs:us-east-1:000000000000:parked',
  url: 'https://sqs.us-east-1.amazonaws.com/000000000000/parked',
};

async function services(fault?: TopicFault) {
  const faults = fault ? [fault] : [];
  const messages = openMessageLog();
  const takeTopicFault = () => faults.shift();
  const started = await startWireServices({ topics: [topic], queues: [queue], messages, takeTopicFault });
  onTestFinished(() => started.close());
  return { ...started, messages };
}

const publish = (endpoint: string, fields: Record<string, string>) =>
  callSns(endpoint, 'Publish', { TopicArn: topic.arn, ...fields });

function attribute(entry: number, name: string, value: string) {
  const parts = { Name: name, 'Value.DataType': 'String', 'Value.StringValue': value };
  return Object.fromEntries(
    Object.entries(parts).map(([key, part]) => [`MessageAttributes.entry.${entry}.${key}`, part]),
  );
}

function connects(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, host);
    socket.on('connect', () => resolve(true)).on('error', () => resolve(false));
    socket.on('connect', () => socket.destroy());
  });
}

describe(startWireServices, () => {
  it('brings what a topic sends to the customer, once', async () => {
    const { topicsEndpoint, inbox } = await services();
    const attributes = { ...attribute(1, 'outcome', 'fulfilled'), ...attribute(2, 'orderId', '1') };
    await publish(topicsEndpoint, { Subject: 'Order 1', Message: 'Hello', ...attributes });
    expect(inbox.take()).toEqual([
      { subject: 'Order 1', text: 'Hello', attributes: { outcome: 'fulfilled', orderId: '1' } },
    ]);
    expect(inbox.take()).toEqual([]);
  });

  it('brings messages oldest first, and each notice once however often it is published', async () => {
    const { topicsEndpoint, inbox, messages } = await services();
    for (const id of ['a', 'b', 'a', 'c', 'b'])
      await publish(topicsEndpoint, { Message: id, ...attribute(1, 'notificationId', id) });
    expect(inbox.take().map(({ text }) => text)).toEqual(['a', 'b', 'c']);
    expect(messages.published('a')).toHaveLength(2);
  });

  it('notes nothing that the topic refused', async () => {
    const { topicsEndpoint, messages } = await services();
    await expect(publish(topicsEndpoint, { TopicArn: `${topic.arn}-not`, Message: 'x' })).rejects.toThrow(
      'SNS refused',
    );
    expect(messages.published()).toEqual([]);
  });

  it.each<[TopicFault, number]>([
    ['down', 0],
    ['answer-lost', 1],
  ])('lets a notice fail once when the topic is to be %s', async (fault, taken) => {
    const { topicsEndpoint, messages } = await services(fault);
    await expect(publish(topicsEndpoint, { Message: 'x' })).rejects.toThrow('socket hang up');
    expect(messages.published()).toHaveLength(taken);
    await publish(topicsEndpoint, { Message: 'y' });
    expect(messages.published()).toHaveLength(taken + 1);
  });

  it('takes messages for a queue under the address that it has on AWS', async () => {
    const { queuesEndpoint } = await services();
    const sent = await callSqs(queuesEndpoint, 'SendMessage', { QueueUrl: queue.url, MessageBody: 'parked' });
    expect(sent).toHaveProperty('MessageId');
  });

  it('says by what name SQS refuses', async () => {
    const { queuesEndpoint } = await services();
    const call = callSqs(queuesEndpoint, 'SendMessage', { QueueUrl: `${queue.url}-not`, MessageBody: 'x' });
    await expect(call).rejects.toThrow(SqsRefused);
    await expect(call).rejects.toHaveProperty('code', 'QueueDoesNotExist');
  });

  it('listens on the loopback address only', async () => {
    const { topicsEndpoint, queuesEndpoint } = await services();
    const others = Object.values(networkInterfaces()).flatMap((addresses) => addresses ?? []);
    for (const endpoint of [topicsEndpoint, queuesEndpoint]) {
      const { hostname, port } = new URL(endpoint);
      expect(hostname).toBe('127.0.0.1');
      expect(await connects(hostname, Number(port))).toBe(true);
      for (const { address, internal, family } of others) {
        if (!internal && family === 'IPv4') expect(await connects(address, Number(port)), address).toBe(false);
      }
    }
  });
});
