import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { orderEventPublisherContract } from '../ports/order-event-publisher.contract.ts';
import { anOrderEvent } from '../testing/an-order-event.ts';
import { EventBusRefuses } from './event-bridge-publisher.ts';
import { eventsFromEnvironment } from './events-from-environment.ts';

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

interface AskedCall {
  readonly headers: IncomingHttpHeaders;
  readonly body: { readonly Entries: readonly Readonly<Record<string, string>>[] };
}

/** EventBridge on loopback, which takes every entry unless something else answers. */
async function eventBridge(...answers: readonly RequestListener[]) {
  const calls: AskedCall[] = [];
  const next = [...answers];
  const server = createServer(async (request, response) => {
    let text = '';
    for await (const chunk of request) text += chunk;
    calls.push({ headers: request.headers, body: JSON.parse(text) });
    const answer = next.shift() ?? took;
    answer(request, response);
  });
  servers.push(server);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return { calls, events: publisherAt(port) };
}

function publisherAt(port: number) {
  const events = eventsFromEnvironment({
    ...{
      EVENT_BUS_NAME: 'orders',
      AWS_REGION: 'eu-central-1',
      AWS_ENDPOINT_URL_EVENTBRIDGE: `http://127.0.0.1:${port}`,
    },
    ...{ AWS_ACCESS_KEY_ID: 'AKIDEXAMPLE', AWS_SECRET_ACCESS_KEY: 'secret', AWS_SESSION_TOKEN: 'token' },
  });
  if (!events) throw new Error('no publisher');
  return events;
}

const saying =
  (status: number, body: unknown): RequestListener =>
  (_, response) =>
    response.writeHead(status, { 'content-type': 'application/x-amz-json-1.1' }).end(JSON.stringify(body));
const took = saying(200, { FailedEntryCount: 0, Entries: [{ EventId: 'e1' }] });
const failed = (ErrorCode: string) =>
  saying(200, { FailedEntryCount: 1, Entries: [{ ErrorCode, ErrorMessage: 'of test@example.com' }] });
const breaks: RequestListener = (request) => request.socket.destroy();

orderEventPublisherContract(
  'the publisher to EventBridge',
  async () => {
    const { calls, events } = await eventBridge();
    return {
      publisher: events,
      received: () => calls.flatMap(({ body }) => body.Entries.map(({ Detail = '' }) => JSON.parse(Detail))),
    };
  },
  () => publisherAt(1),
);

describe('the publisher to EventBridge', () => {
  it('asks by PutEvents, signed, with source, type and bus', async () => {
    const { calls, events } = await eventBridge();
    await events.publish(anOrderEvent());
    expect(calls).toMatchObject([
      {
        headers: {
          'content-type': 'application/x-amz-json-1.1',
          'x-amz-target': 'AWSEvents.PutEvents',
          'x-amz-security-token': 'token',
          authorization: expect.stringMatching(
            /^AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE\/\d{8}\/eu-central-1\/events\/aws4_request, /,
          ),
        },
        body: { Entries: [{ Source: 'order-workflow', DetailType: 'OrderFulfilled', EventBusName: 'orders' }] },
      },
    ]);
  });

  it.each([
    ['ThrottlingException', failed('ThrottlingException')],
    ['InternalFailure', failed('InternalFailure')],
    ['InternalFailure', saying(200, {})],
    ['InternalFailure', failed('no name at all')],
    ['ThrottlingException', saying(400, { __type: 'ThrottlingException' })],
    ['answered 500', saying(500, { __type: 'InternalException' })],
  ])(
    'answers that it is unavailable when EventBridge says %s, also of the entry in an answer of 200',
    async (why, answer) => {
      const { events } = await eventBridge(answer, answer);
      const given = await events.publish(anOrderEvent());
      expect(given).toMatchObject({ kind: 'unavailable' });
      expect(JSON.stringify(given)).toMatch(/^(?!.*example\.com).*EventBridge/);
      expect(JSON.stringify(given)).toContain(why.replace('answered 500', 'InternalException'));
    },
  );

  it.each([
    ['AccessDeniedException', saying(400, { __type: 'AccessDeniedException' })],
    ['ResourceNotFoundException', saying(400, { __type: 'ResourceNotFoundException' })],
    ['NotAuthorizedForSourceException', failed('NotAuthorizedForSourceException')],
    ['MalformedDetail', failed('MalformedDetail')],
  ])('throws when EventBridge refuses with %s, which waiting does not heal', async (error, answer) => {
    const { events } = await eventBridge(answer);
    const refused = await events.publish(anOrderEvent()).catch((thrown: unknown) => thrown);
    expect(refused).toBeInstanceOf(EventBusRefuses);
    expect(refused).toMatchObject({ message: `event bus orders answered PutEvents with ${error}` });
  });

  it('asks once more where a connection breaks, as one that slept with its function', async () => {
    const { calls, events } = await eventBridge(breaks);
    expect(await events.publish(anOrderEvent())).toEqual({ kind: 'published' });
    expect(calls).toHaveLength(2);
  });

  it('is not there without a bus', () => {
    for (const EVENT_BUS_NAME of [undefined, '']) expect(eventsFromEnvironment({ EVENT_BUS_NAME })).toBeUndefined();
  });
});
