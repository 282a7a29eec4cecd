import { createServer, type IncomingHttpHeaders, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type DynamoEmulator, startDynalite, testCredentials } from '@order-workflow/toolchain/emulators';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { orderStoreOver } from '../order-store-over.ts';
import { aClaim, anItem } from '../testing/an-item.ts';
import { never } from '../testing/contract-case.ts';
import { makeOrdersTable } from '../testing/make-orders-table.ts';
import { orderStoreContract } from '../testing/order-store.contract.ts';
import { orderTableContract } from '../testing/order-table.contract.ts';
import { type DynamoTable, dynamoOrderTable } from './dynamo-order-table.ts';

const table = 'Orders';

describe('dynamoOrderTable keeps the contracts of a table and of a store on dynalite', () => {
  let emulator: DynamoEmulator;
  beforeAll(async () => {
    emulator = await startDynalite();
    await makeOrdersTable(emulator.service, table);
  });
  afterAll(() => emulator.stop());

  it.each([...orderTableContract, ...orderStoreContract])('$title', ({ title, run }) =>
    run(dynamoOrderTable({ ...emulator.service, table }), title),
  );

  it('throws, instead of having everything retried, when there is no such table', async () => {
    const elsewhere = dynamoOrderTable({ ...emulator.service, table: 'Elsewhere' });
    const refusal = {
      name: 'OrderTableBroken',
      message: /^table Elsewhere answered \w+ with ResourceNotFoundException \(400\)$/,
    };
    await expect(elsewhere.read('1', never())).rejects.toMatchObject({ name: refusal.name });
    await expect(elsewhere.read('1', never())).rejects.toThrow(refusal.message);
    await expect(elsewhere.writeIf(anItem(), undefined, never())).rejects.toThrow(refusal.message);
  });

  it('throws on what DynamoDB does not take, as an item of more than 400 KB', async () => {
    const record = { contract: 1, attempt: 1, order: 'x'.repeat(410_000), validation: {} };
    const large = dynamoOrderTable({ ...emulator.service, table }).writeIf(anItem({ record }), undefined, never());
    await expect(large).rejects.toThrow('table Orders answered PutItem with ValidationException (400)');
  });
});

type Answer = RequestListener | { readonly status: number; readonly error?: string; readonly body?: string };

interface Asked {
  readonly operation: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Readonly<Record<string, unknown>>;
  /** Of the connection, at its other end. */
  readonly port: number;
}

/** A DynamoDB that gives these answers, one a call, and then nothing but success; and what it was asked. */
async function answering(...answers: readonly Answer[]) {
  const asked: Asked[] = [];
  const next = answers[Symbol.iterator]();
  const server = createServer((request, response) => {
    let text = '';
    request.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk;
    });
    request.on('end', () => {
      const { headers, socket } = request;
      const operation = `${headers['x-amz-target']}`.split('.')[1] ?? '';
      asked.push({ operation, headers, body: JSON.parse(text), port: socket.remotePort ?? 0 });
      const answer = next.next().value ?? { status: 200, body: '{}' };
      if (typeof answer === 'function') return answer(request, response);
      const type = answer.error && `com.amazonaws.dynamodb.v20120810#${answer.error}`;
      response.writeHead(answer.status).end(answer.body ?? JSON.stringify({ __type: type, message: 'secret words' }));
    });
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const url = new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  const over = (fields: Partial<DynamoTable> = {}) =>
    dynamoOrderTable({ url, region: 'us-east-1', credentials: () => testCredentials, table, ...fields });
  return { asked, over, url };
}

const operations = (asked: readonly { readonly operation: string }[]) => asked.map(({ operation }) => operation);
const breaks: RequestListener = (request) => request.socket.destroy();

describe(dynamoOrderTable, () => {
  it.each([
    { error: 'ProvisionedThroughputExceededException', status: 400 },
    { error: 'ThrottlingException', status: 400 },
    { error: 'RequestLimitExceeded', status: 400 },
    { error: 'TransactionConflictException', status: 400 },
    { error: 'Whatever', status: 429 },
  ])('counts as unavailable, and asks nothing again, when DynamoDB answers $error ($status)', async (answer) => {
    const { over, asked } = await answering(answer, answer);
    const unavailable = { answer: 'unavailable', detail: `DynamoDB: ${answer.error}` };
    expect(await over().writeIf(anItem(), undefined, never())).toEqual(unavailable);
    expect(await over().read('1', never())).toEqual(unavailable);
    expect(operations(asked)).toEqual(['PutItem', 'GetItem']);
  });

  it.each([
    { status: 500, error: 'InternalServerError' },
    { status: 503, error: 'ServiceUnavailable' },
    { status: 502, body: '<html>' },
    { status: 200, body: '<html>a page of something on the way' },
  ])('does not know whether it was written when the answer is $status $error$body', async (answer) => {
    const { over, asked } = await answering(answer, answer, answer);
    expect(await over().writeIf(anItem(), undefined, never())).toMatchObject({ answer: 'lost' });
    expect(await over().read('1', never())).toMatchObject({ answer: 'unavailable' });
    expect(operations(asked)).toEqual(['PutItem', 'GetItem', 'GetItem']);
  });

  it('looks into the table when a connection broke, and writes again only what is not there', async () => {
    const { over, asked } = await answering(breaks);
    expect(await orderStoreOver(over(), never).claim(aClaim())).toMatchObject({ answer: 'owned' });
    expect(operations(asked)).toEqual(['PutItem', 'GetItem', 'PutItem']);
  });

  it('reads once more when a connection broke: one that slept while the function was frozen may be dead', async () => {
    const { over, asked } = await answering(breaks);
    expect(await over().read('1', never())).toEqual({ answer: 'nothing' });
    expect(operations(asked)).toEqual(['GetItem', 'GetItem']);
  });

  it('writes nothing where nobody listens, and knows that', async () => {
    const url = new URL('http://127.0.0.1:1');
    const away = dynamoOrderTable({ url, region: 'us-east-1', credentials: () => testCredentials, table });
    const answer = { answer: 'unavailable', detail: 'DynamoDB: no connection (ECONNREFUSED)' };
    expect(await away.writeIf(anItem(), undefined, never())).toEqual(answer);
    expect(await away.read('1', never())).toEqual(answer);
  });

  it('waits no longer than its caller', async () => {
    const limit = new AbortController();
    const { over, asked } = await answering(() => limit.abort());
    const answer = await over().writeIf(anItem(), undefined, limit.signal);
    expect(answer).toEqual({ answer: 'lost', detail: 'DynamoDB: no answer in time' });
    expect(await over().read('1', limit.signal)).toMatchObject({ answer: 'unavailable' });
    expect(operations(asked)).toEqual(['PutItem']);
  });

  it.each(['InvalidSignatureException', 'ExpiredTokenException', 'RequestExpired'])(
    'signs anew, once, with what the environment says now, after %s, as when the function was frozen meanwhile',
    async (error) => {
      const { over, asked } = await answering({ status: 400, error });
      const tokens = ['old', 'new'].values();
      const credentials = () => ({ ...testCredentials, sessionToken: tokens.next().value });
      expect(await over({ credentials }).writeIf(anItem(), undefined, never())).toEqual({ answer: 'written' });
      expect(asked.map(({ headers }) => headers['x-amz-security-token'])).toEqual(['old', 'new']);
      const stale = await answering({ status: 400, error }, { status: 400, error });
      const answer = await stale.over().writeIf(anItem(), undefined, never());
      expect(answer).toEqual({ answer: 'unavailable', detail: `DynamoDB: ${error}, signed anew too` });
      expect(stale.asked).toHaveLength(2);
    },
  );

  it.each(['AccessDeniedException', 'ValidationException', 'ResourceNotFoundException', 'UnrecognizedClientException'])(
    'throws on %s, which does not pass by itself, without repeating what DynamoDB says',
    async (error) => {
      const { over } = await answering({ status: 400, error }, { status: 400, error });
      const message = (operation: string) => `table Orders answered ${operation} with ${error} (400)`;
      await expect(over().writeIf(anItem(), undefined, never())).rejects.toThrow(message('PutItem'));
      await expect(over().read('1', never())).rejects.toThrow(message('GetItem'));
    },
  );

  it('throws on an item of another release instead of misreading it', async () => {
    const item = { orderId: { S: '1' }, version: { N: '2' }, status: { S: 'paused' } };
    const { over } = await answering({ status: 200, body: JSON.stringify({ Item: item }) });
    await expect(over().read('1', never())).rejects.toThrow('an item of version 2 cannot be read');
  });

  it('keeps its connection for the next call', async () => {
    const { over, asked } = await answering();
    const kept = over();
    for (const _ of [1, 2, 3]) await kept.read('1', never());
    expect(new Set(asked.map(({ port }) => port)).size).toBe(1);
  });

  it('asks for what every DynamoDB has: one consistent read, and a write on condition of what was found', async () => {
    const { over, asked } = await answering();
    await over().read('12345', never());
    await over().writeIf(anItem(), undefined, never());
    await over().writeIf(anItem({ revision: 2 }), anItem(), never());
    const [read, first, next] = asked.map(({ body }) => body);
    expect(read).toEqual({ TableName: table, Key: { orderId: { S: '12345' } }, ConsistentRead: true });
    expect(first).toMatchObject({ ConditionExpression: 'attribute_not_exists(orderId)' });
    expect(next?.['ConditionExpression']).toBe(
      '#ownerId = :ownerId AND #ownerStartedAt = :ownerStartedAt AND #attempt = :attempt AND #status = :status AND #revision = :revision',
    );
    expect(next?.['ExpressionAttributeValues']).toMatchObject({ ':status': { S: 'open' }, ':revision': { N: '1' } });
  });
});
