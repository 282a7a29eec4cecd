import { mkdtempSync, rmSync } from 'node:fs';
import { type IncomingMessage, request } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { DescribeExecutionCommand, StartExecutionCommand } from '@aws-sdk/client-sfn';
import { anOrder } from '@order-workflow/order-domain/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sfnClient } from './api-world.ts';
import { type ListeningPort, listeningPorts } from './listening-ports.ts';
import { startOrder } from './run-command.ts';

/**
 * Every port that `order serve` has, as the system tells, whoever opened it: a web page that the user looks at can send to
 * each of them. Only Linux tells; a new port is found there.
 */

const folder = mkdtempSync(join(tmpdir(), 'order-workflow-'));
let server: ReturnType<typeof startOrder>;
let endpoint: string;
let stateMachineArn: string;
let ports: readonly ListeningPort[];

beforeAll(async () => {
  server = startOrder(['serve', '--port', '0', '--json', '--verbose'], folder);
  await server.wrote('stateMachineArn');
  ({ endpoint, stateMachineArn } = JSON.parse(server.written().match(/^\{.*\}$/m)?.[0] ?? '{}'));
  ports = process.platform === 'linux' ? listeningPorts(server.pid) : [];
});
afterAll(async () => {
  server.kill('SIGKILL');
  await server.ended;
  rmSync(folder, { recursive: true });
});

interface Attack {
  readonly method?: string;
  readonly path?: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
}

async function send(port: number, { method = 'POST', path = '/', headers, body }: Attack) {
  const sent = request({ host: '127.0.0.1', port, method, path, headers });
  // Who is cut while it sends has its answer already, or the test sees that there is none.
  const answered = new Promise<IncomingMessage>((resolve, reject) => sent.on('response', resolve).on('error', reject));
  sent.end(body);
  const response = await answered;
  return { status: response.statusCode, connection: response.headers.connection, body: await text(response) };
}

const form = 'application/x-www-form-urlencoded';
const page = { origin: 'http://evil.example' };
const topicArn = 'arn:aws:sns:us-east-1:000000000000:OrderNoticesTopic';
const forged = new URLSearchParams({ Action: 'Publish', TopicArn: topicArn, Message: 'Pay again, here' }).toString();
const read = { 'content-type': 'application/x-amz-json-1.0', 'x-amz-target': 'AmazonSQS.ReceiveMessage' };

const attacks: readonly (readonly [string, Attack])[] = [
  ['a form of a web page', { headers: { ...page, 'content-type': form }, body: forged }],
  ['a form of a web page, as plain text', { headers: { ...page, 'content-type': 'text/plain' }, body: '{}' }],
  ['a form of a page in a sandbox', { headers: { origin: 'null', 'content-type': form }, body: forged }],
  ['a page of this machine at another port', { headers: { origin: 'http://127.0.0.1:1', 'content-type': form } }],
  ['a cross-site request without an Origin', { headers: { 'sec-fetch-site': 'cross-site' }, method: 'GET' }],
  ['a same-site request without an Origin', { headers: { 'sec-fetch-site': 'same-site', 'content-type': form } }],
  ['a name made to point here', { headers: { ...read, host: 'evil.com' }, body: '{}' }],
  ...['/', '/_ledger', '/_faults', '/_magic', '/_local/messages', '/_fauxqs/queues', '/health'].map(
    (path) =>
      [`a name made to point here, GET ${path}`, { method: 'GET', path, headers: { host: 'evil.com' } }] as const,
  ),
  ['another name in the first line', { path: 'http://evil.com/', headers: { ...read, host: '127.0.0.1' }, body: '{}' }],
  ['faults of a web page', { method: 'PUT', path: '/_faults', headers: page, body: '{"faults":["payment=declined"]}' }],
  ['repairs of a web page', { method: 'DELETE', path: '/_magic', headers: page }],
  ['the question of a browser whether it may', { method: 'OPTIONS', headers: page }],
];

describe.skipIf(process.platform !== 'linux')('every port of order serve', () => {
  it('is of loopback: the API, the topics, the queues, the event buses, the tables, the mailboxes, the gateway and the carrier', () => {
    expect(ports.map(({ port }) => port)).toContain(Number(new URL(endpoint).port));
    expect(ports).toHaveLength(8);
    expect(ports.map(({ address }) => address)).toEqual(ports.map(() => '127.0.0.1'));
  });

  it.each(attacks)('turns away %s', async (_, attack) => {
    for (const { port } of ports) {
      const { status, body } = await send(port, attack);
      expect({ port, status, body }).toEqual({ port, status: 403, body: expect.stringContaining('AccessDenied') });
    }
  });

  it.each([
    ['announced', { 'content-length': String(50 * 1024 * 1024) }, ''],
    ['sent without its length', { 'transfer-encoding': 'chunked' }, Buffer.alloc(4 * 1024 * 1024, 'x')],
  ])('does not take a huge body, %s, and closes', async (_, headers, body) => {
    for (const { port } of ports) {
      const sent = request({ host: '127.0.0.1', port, method: 'POST', headers: { 'content-type': form, ...headers } });
      sent.on('error', () => undefined);
      const answered = new Promise<IncomingMessage>((resolve) => sent.on('response', resolve));
      sent.write(body || 'x');
      const { statusCode, headers: given } = await answered;
      expect({ port, statusCode, connection: given.connection }).toEqual({
        port,
        statusCode: 413,
        connection: 'close',
      });
      sent.destroy();
    }
  });

  it('answers or closes an upload that breaks off, and writes nothing of it', async () => {
    const before = server.written();
    for (const { port } of ports) {
      const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true });
      socket.on('error', () => undefined);
      const head = `POST / HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\ncontent-type: ${form}\r\ncontent-length: 1000\r\n\r\n`;
      socket.end(`${head}Action=Publish`);
      expect(await text(socket)).toMatch(/^(?:HTTP\/1\.1 400 Bad Request\r\nConnection: close|$)/);
      const gone = connect({ port, host: '127.0.0.1' }).on('error', () => undefined);
      await new Promise((written) => gone.write(`${head}Action=Publish`, written));
      gone.resetAndDestroy();
    }
    // Whoever is answered after them shows that they have been dealt with.
    for (const { port } of ports) await send(port, { method: 'GET', path: '/', headers: {} });
    expect(server.written()).toBe(before);
  });

  it('answers the functions, and none of that has come to anything', async () => {
    const client = sfnClient(endpoint);
    const order = anOrder().with({ orderId: '7' }).build();
    const started = await client.send(
      new StartExecutionCommand({ stateMachineArn, name: 'order-7', input: JSON.stringify(order) }),
    );
    const describe = () => client.send(new DescribeExecutionCommand({ executionArn: started.executionArn }));
    await expect.poll(async () => (await describe()).status, { interval: 100 }).toBe('SUCCEEDED');
    const output = JSON.parse((await describe()).output ?? '');
    client.destroy();
    expect(output).toMatchObject({ outcome: 'fulfilled', notification: { status: 'published' } });
    const { messages } = JSON.parse(await (await fetch(`${endpoint}/_local/messages`)).text());
    expect(messages).toMatchObject([{ attributes: { orderId: '7' } }]);
  });
});
