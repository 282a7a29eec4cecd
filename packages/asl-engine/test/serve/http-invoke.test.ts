import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ExecutionOptions, execute, parseDefinition } from '../../src/index.ts';
import { type HttpInvokeOptions, httpInvoke } from '../../src/serve.ts';

const connectionArn = 'arn:aws:events:us-east-1:123456789012:connection/shop/1';
const asked: { method: string | undefined; url: string | undefined; body: string; key: unknown; type: unknown }[] = [];
const shop = createServer(async (request, response) => {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  const { method, url, headers } = request;
  asked.push({
    method,
    url,
    body: Buffer.concat(parts).toString(),
    key: headers['x-key'],
    type: headers['content-type'],
  });
  const status = Number(/status=(\d+)/.exec(url ?? '')?.[1] ?? 200);
  response
    .writeHead(status, { 'Content-Type': 'application/json', 'X-Odd': 'o' })
    .end(url === '/text' ? 'plain' : '{"ok":1}');
});
let origin: string;
beforeAll(async () => {
  shop.listen(0, '127.0.0.1');
  await once(shop, 'listening');
  origin = `http://127.0.0.1:${(shop.address() as AddressInfo).port}`;
});
afterAll(() => shop.close());

const run = async (parameters: object, options: HttpInvokeOptions = {}) => {
  asked.length = 0;
  const state = { Type: 'Task', Resource: 'arn:aws:states:::http:invoke', Parameters: parameters, End: true };
  const given: ExecutionOptions = { integrations: { 'http:invoke': httpInvoke(options) } };
  return execute(parseDefinition({ StartAt: 'S', States: { S: state } }), given).result;
};

// Developer Guide, "Call HTTPS APIs in Step Functions workflows".
describe(httpInvoke, () => {
  it('sends what the task says and what its connection adds', async () => {
    const done = await run(
      {
        ...{ ApiEndpoint: `${origin}/orders`, Method: 'POST', InvocationConfig: { ConnectionArn: connectionArn } },
        ...{ QueryParameters: { a: ['1', '2'] }, Headers: { 'X-Own': 'x' }, RequestBody: { n: 1 } },
      },
      { connections: { [connectionArn]: { headers: { 'X-Key': 'k' }, query: { q: 'c' }, body: { token: 't' } } } },
    );
    expect(asked).toEqual([
      { method: 'POST', url: '/orders?a=1&a=2&q=c', body: '{"n":1,"token":"t"}', key: 'k', type: 'application/json' },
    ]);
    expect(done.output).toMatchObject({
      ...{ StatusCode: 200, StatusText: 'OK', ResponseBody: { ok: 1 } },
      Headers: { 'x-odd': ['o'], 'content-type': ['application/json'] },
    });
    expect((await run({ ApiEndpoint: `${origin}/text`, Method: 'GET' })).output).toMatchObject({
      ResponseBody: 'plain',
    });
  });

  it.each([
    ['INDICES', 'l%5B0%5D=a&l%5B1%5D=b'],
    ['BRACKETS', 'l%5B%5D=a&l%5B%5D=b'],
    ['REPEAT', 'l=a&l=b'],
    ['COMMAS', 'l=a%2Cb'],
  ])('writes a form when it is told to, with lists as %s', async (ArrayFormat, form) => {
    const Transform = { RequestBodyEncoding: 'URL_ENCODED', RequestEncodingOptions: { ArrayFormat } };
    const RequestBody = { n: 1, l: ['a', 'b'] };
    await run({ ApiEndpoint: origin, Method: 'POST', Transform, RequestBody });
    expect(asked[0]).toMatchObject({ body: `n=1&${form}`, type: 'application/x-www-form-urlencoded' });
  });

  it('fails by the status, and by a server that is not there', async () => {
    expect(await run({ ApiEndpoint: `${origin}/?status=404`, Method: 'GET' })).toMatchObject({
      ...{ status: 'FAILED', error: 'States.Http.StatusCode.404', cause: '{"ok":1}' },
    });
    expect(await run({ ApiEndpoint: 'http://127.0.0.1:1/', Method: 'GET' })).toMatchObject({
      error: 'States.Http.Socket',
    });
  });

  it.each([
    ['another machine', { ApiEndpoint: 'https://192.0.2.1/' }, {}, /192\.0\.2\.1 is not on this machine/],
    [
      'plain HTTP to another machine',
      { ApiEndpoint: 'http://192.0.2.1/' },
      { allowRemote: true },
      /must begin with https/,
    ],
    ['no URL', { ApiEndpoint: 'odd' }, {}, /ApiEndpoint 'odd' must be a URL/],
    [
      'an unknown connection',
      { ApiEndpoint: 'http://127.0.0.1:1/', Authentication: { ConnectionArn: 'c' } },
      {},
      /no connection 'c'/,
    ],
  ])('calls nobody for %s', async (_, parameters, options, cause) => {
    const done = await run({ Method: 'GET', ...parameters }, options);
    expect(done).toMatchObject({ status: 'FAILED', error: 'States.Runtime', cause: expect.stringMatching(cause) });
  });
});
