import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SNSClient, SNSServiceException } from '@aws-sdk/client-sns';
import { type FauxqsServer, startFauxqs } from 'fauxqs';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Notice } from '../notice.ts';
import { noticePublisherContract } from '../ports/notice-publisher.contract.ts';
import { aNotice } from '../testing/a-notice.ts';
import { leanSnsClient } from './lean-sns-client.ts';
import { snsNoticePublisher } from './sns-notice-publisher.ts';

const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };
const topicArn = 'arn:aws:sns:us-east-1:000000000000:notices';

/** A client for an endpoint of this machine, which gives up at once. */
function clientOf(port: number): SNSClient {
  return new SNSClient({ endpoint: `http://127.0.0.1:${port}`, region: 'us-east-1', credentials, maxAttempts: 1 });
}

describe('with an SNS that answers', () => {
  let sns: FauxqsServer;
  let topics = 0;

  beforeAll(async () => {
    sns = await startFauxqs({ port: 0, host: '127.0.0.1', logger: false });
  });
  afterAll(() => sns.stop());

  /** A topic of its own with a queue behind it. */
  function topicWithQueue(attributes: Record<string, string> = {}) {
    const name = `topic-${++topics}`;
    const topic = sns.createTopic(name);
    sns.createQueue(name);
    sns.subscribe({ topic: name, queue: name, attributes });
    return {
      publisher: snsNoticePublisher(topic.topicArn, clientOf(sns.port)),
      received: () => (sns.inspectQueue(name)?.messages.ready ?? []).map(({ body }) => noticeIn(body)),
    };
  }

  noticePublisherContract(
    'the SNS publisher',
    () => topicWithQueue(),
    () => snsNoticePublisher(topicArn, clientOf(1)),
  );

  it('lets a subscriber choose the outcomes that it is told of', async () => {
    const { publisher, received } = topicWithQueue({ FilterPolicy: JSON.stringify({ outcome: ['rejected'] }) });
    await publisher.publish(aNotice());
    await publisher.publish(aNotice({ outcome: 'rejected' }));
    expect(received()).toEqual([aNotice({ outcome: 'rejected' })]);
  });

  it('throws when there is no such topic: that is a defect of the deployment, which waiting does not heal', async () => {
    const publisher = snsNoticePublisher(topicArn, clientOf(sns.port));
    await expect(publisher.publish(aNotice())).rejects.toBeInstanceOf(SNSServiceException);
  });
});

describe('with an endpoint that fails', () => {
  let server: Server | undefined;

  beforeEach(() => {
    for (const [name, value] of Object.entries({
      AWS_REGION: 'us-east-1',
      AWS_ACCESS_KEY_ID: 'x',
      AWS_SECRET_ACCESS_KEY: 'x',
    })) {
      vi.stubEnv(name, value);
    }
  });
  afterEach(() => {
    vi.unstubAllEnvs();
    server?.closeAllConnections();
    server?.close();
  });

  async function listen(listener: RequestListener): Promise<number> {
    server = createServer(listener);
    await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
    return (server.address() as AddressInfo).port;
  }

  const refusing = (status: number, code: string) =>
    listen((_request, response) => {
      response.writeHead(status, { 'content-type': 'text/xml' });
      response.end(
        `<ErrorResponse><Error><Type>Sender</Type><Code>${code}</Code><Message>no</Message></Error></ErrorResponse>`,
      );
    });

  it.each([
    [500, 'InternalError'],
    [503, 'ServiceUnavailable'],
    [429, 'TooManyRequests'],
    [400, 'Throttling'],
    [400, 'KMSThrottling'],
  ])('answers that it is unavailable when SNS says %i %s', async (status, code) => {
    const publisher = snsNoticePublisher(topicArn, clientOf(await refusing(status, code)));
    expect(await publisher.publish(aNotice())).toEqual({
      kind: 'unavailable',
      detail: expect.stringContaining('SNS'),
    });
  });

  it.each([
    [400, 'InvalidParameter'],
    [403, 'AuthorizationError'],
    [404, 'NotFound'],
    [413, 'KMSAccessDenied'],
  ])('throws when SNS refuses the notice itself: %i %s', async (status, code) => {
    const publisher = snsNoticePublisher(topicArn, clientOf(await refusing(status, code)));
    await expect(publisher.publish(aNotice())).rejects.toBeInstanceOf(SNSServiceException);
  });

  it('says that the connection was refused', async () => {
    const port = await listen(() => {});
    await new Promise((resolve) => server?.close(resolve));
    expect(await snsNoticePublisher(topicArn, clientOf(port)).publish(aNotice())).toEqual({
      kind: 'unavailable',
      detail: 'SNS could not be reached: ECONNREFUSED',
    });
  });

  it('gives up on an SNS that fell silent, after two tries', async () => {
    const port = await listen(() => undefined);
    vi.stubEnv('AWS_ENDPOINT_URL_SNS', `http://127.0.0.1:${port}`);
    const client = leanSnsClient({ connect: 60_000, answer: 50 });
    // Not counted by the server, which on a busy machine may hear of a try only after it was given up.
    let tries = 0;
    client.middlewareStack.add((next) => (request) => next(request).finally(() => tries++), { step: 'deserialize' });
    const publisher = snsNoticePublisher(topicArn, client);
    expect(await publisher.publish(aNotice())).toEqual({
      kind: 'unavailable',
      detail: 'SNS could not be reached: ETIMEDOUT',
    });
    expect(tries).toBe(2);
  });
});

it.each([undefined, ''])('cannot be made without a topic: %j', (missing) => {
  expect(() => snsNoticePublisher(missing)).toThrow('NOTIFICATIONS_TOPIC_ARN: missing');
});

/** Reads back from what SNS hands to a queue the notice that was published. */
function noticeIn(body: string): Notice {
  const { Subject, Message, MessageAttributes } = JSON.parse(body);
  const attributes = Object.entries<{ Type: string; Value: string }>(MessageAttributes);
  for (const [, { Type }] of attributes) expect(Type).toBe('String');
  return {
    ...Object.fromEntries(attributes.map(([name, { Value }]) => [name, Value])),
    subject: Subject,
    text: Message,
  } as Notice;
}
