import { describe, expect, it } from 'vitest';
import type { ApiRequest } from '../http/api-request.ts';
import { ApiUnavailable } from '../ports/api-unavailable.ts';
import { createApiHandler } from './api-handler.ts';

const mark = 'jane.doe@example.com';
const event = {
  version: '2.0',
  headers: { 'Content-Type': 'application/json' },
  body: JSON.stringify({ customerEmail: mark }),
  isBase64Encoded: false,
  requestContext: { requestId: 'r-1' },
};

function aHandler(decide: (request: ApiRequest) => never | { status: number; body: object }) {
  const lines: string[] = [];
  const surroundings = {
    clock: { now: () => 1_000 },
    functionName: 'PlaceOrderFunction',
    traceHeader: () => undefined,
    write: (line: string) => void lines.push(line),
  };
  return { handler: createApiHandler('placeOrder', decide, surroundings), lines };
}

describe(createApiHandler, () => {
  it('gives the operation the request as it came, also where API Gateway encoded it', async () => {
    const seen: ApiRequest[] = [];
    const { handler } = aHandler((request) => {
      seen.push(request);
      return { status: 200, body: {} };
    });
    await handler(event);
    await handler({ ...event, body: Buffer.from(event.body).toString('base64'), isBase64Encoded: true });
    expect(seen.map(({ body, headers }) => [Buffer.from(body).toString(), headers['content-type']])).toEqual([
      [event.body, 'application/json'],
      [event.body, 'application/json'],
    ]);
  });

  it('takes a path without places for one, whether they are absent or null', async () => {
    const seen: ApiRequest[] = [];
    const { handler } = aHandler((request) => {
      seen.push(request);
      return { status: 200, body: {} };
    });
    for (const pathParameters of [undefined, null, { id: '1' }]) await handler({ ...event, pathParameters });
    expect(seen.map(({ path }) => path)).toEqual([{}, {}, { id: '1' }]);
  });

  it('answers in the shape that API Gateway takes, for nobody to keep', async () => {
    const { handler } = aHandler(() => ({ status: 200, body: { orderId: '1' } }));
    expect(await handler(event)).toEqual({
      statusCode: 200,
      headers: { 'content-type': 'application/json', 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' },
      body: '{"orderId":"1"}',
    });
  });

  it.each([
    ['what is unavailable', new ApiUnavailable('DynamoDB: no answer'), 503, 'ApiUnavailable: DynamoDB: no answer'],
    ['a defect', new TypeError(`cannot read ${mark}`), 500, 'TypeError'],
    ['what is no error at all', mark, 500, 'string'],
  ])('answers %s as a problem, and writes it down by its name', async (_, thrown, status, problem) => {
    const { handler, lines } = aHandler(() => {
      throw thrown;
    });
    const result = await handler(event);
    expect(result).toMatchObject({ statusCode: status, headers: { 'content-type': 'application/problem+json' } });
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([
      { level: 'ERROR', status, problem, requestId: 'r-1' },
    ]);
    expect(`${result.body}${lines}`).not.toContain(mark);
  });

  it('writes one line a request, without anything of what was sent', async () => {
    const { handler, lines } = aHandler(() => ({ status: 202, body: { orderId: mark } }));
    await handler(event);
    expect(lines).toHaveLength(1);
    expect(lines[0]).not.toContain(mark);
  });

  it.each([null, {}, { version: '1.0' }, { ...event, headers: { a: 1 } }])(
    'answers an event that is none as a defect: %j',
    async (wrong) => {
      const { handler } = aHandler(() => ({ status: 200, body: {} }));
      expect(await handler(wrong)).toMatchObject({ statusCode: 500 });
    },
  );
});
