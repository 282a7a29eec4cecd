import { connect } from 'node:net';
import { networkInterfaces } from 'node:os';
import { describe, expect, it, onTestFinished } from 'vitest';
import { callSns } from './sns-call.ts';
import { callSqs, SqsRefused } from './sqs-call.ts';
import { startWireServices } from './start-wire-services.ts';

const topic = { name: 'notices', arn: 'arn:aws:sns:us-east-1:000000000000:notices' };
const queue = {
  name: 'parked',
  arn: 'arn:aws:sqs:us-east-1:000000000000:parked',
  url: 'https://sqs.us-east-1.amazonaws.com/000000000000/parked',
};

async function services() {
  const started = await startWireServices([topic], [queue]);
  onTestFinished(() => started.close());
  return started;
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
    const { endpoint, inbox } = await services();
    const attribute = { Name: 'outcome', 'Value.DataType': 'String', 'Value.StringValue': 'fulfilled' };
    const entry = Object.entries(attribute).map(([key, value]) => [`MessageAttributes.entry.1.${key}`, value]);
    await callSns(endpoint, 'Publish', {
      TopicArn: topic.arn,
      Subject: 'Order 1',
      Message: 'Hello',
      ...Object.fromEntries(entry),
    });
    expect(await inbox.take()).toEqual([{ subject: 'Order 1', text: 'Hello', attributes: { outcome: 'fulfilled' } }]);
    expect(await inbox.take()).toEqual([]);
  });

  it('brings more messages than one answer of SQS holds, oldest first', async () => {
    const { endpoint, inbox } = await services();
    const sent = Array.from({ length: 25 }, (_, index) => `message ${index}`);
    for (const Message of sent) await callSns(endpoint, 'Publish', { TopicArn: topic.arn, Message });
    expect((await inbox.take()).map(({ text }) => text)).toEqual(sent);
  });

  it('takes messages for a queue under the address that it has on AWS, and shows them without taking them', async () => {
    const { endpoint, peek } = await services();
    await callSqs(endpoint, 'SendMessage', { QueueUrl: queue.url, MessageBody: 'parked' });
    expect(await peek('parked')).toEqual(['parked']);
    expect(await peek('parked')).toEqual(['parked']);
  });

  it('says by what name SQS refuses', async () => {
    const { endpoint } = await services();
    const call = callSqs(endpoint, 'SendMessage', { QueueUrl: `${queue.url}-not`, MessageBody: 'x' });
    await expect(call).rejects.toThrow(SqsRefused);
    await expect(call).rejects.toHaveProperty('code', 'QueueDoesNotExist');
  });

  it('listens on the loopback address only', async () => {
    const { endpoint } = await services();
    const { hostname, port } = new URL(endpoint);
    expect(hostname).toBe('127.0.0.1');
    expect(await connects(hostname, Number(port))).toBe(true);
    const others = Object.values(networkInterfaces()).flatMap((addresses) => addresses ?? []);
    for (const { address, internal, family } of others) {
      if (!internal && family === 'IPv4') expect(await connects(address, Number(port)), address).toBe(false);
    }
  });
});
