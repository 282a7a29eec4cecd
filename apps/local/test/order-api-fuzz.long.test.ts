import { createHash } from 'node:crypto';
import { request } from 'node:http';
import { anOrder } from '@order-workflow/order-domain/testing';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { anyJsonOf, type JsonSchema } from './any-json-of.ts';
import { keptWorld } from './kept-world.ts';
import { serve } from './serve.ts';

/** Requests in all; more of them by `ORDER_API_REQUESTS=23000`. */
const requests = Number(process.env['ORDER_API_REQUESTS'] ?? 4_000);

/** How many are made at once. */
const atOnce = 10;

interface Operation {
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: JsonSchema }>> };
  readonly parameters?: readonly { readonly name: string; readonly in: string }[];
  readonly responses: Readonly<Record<string, unknown>>;
}

interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, JsonSchema>> };
}

interface Fuzzed {
  readonly route: string;
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
  readonly responses: readonly string[];
}

const text = fc.string({ unit: 'grapheme', maxLength: 40 });
/** Where batches are asked for, of the batches that keys of these requests make, and of none. */
const aBatchId = fc.constantFrom(
  ...['k1', 'k2', 'k3'].map((key) => createHash('sha256').update(`batch ${key}`).digest('base64url')),
);
/** A few ids, so that many requests meet one order; and anything at all. */
const anId = fc.oneof(fc.constantFrom('1', '2', '#1001', '~_231001', 'a/b', '..', '%00', '4242424242424242'), text);
const aKey = fc.oneof(fc.constantFrom('k1', 'k2', 'k3'), fc.stringMatching(/^[ -~]{0,300}$/));

/** Orders that are valid, as no schema's patterns make them, with now and then one field that is anything. */
const nearlyAnOrder = fc
  .tuple(
    fc.constantFrom('1', '2', '#1001'),
    fc.constantFrom('tok_1', 'tok_2', 'sim-declined'),
    fc.constantFrom('SKU001', 'SKU002'),
  )
  .map(([orderId, paymentToken, sku]) =>
    anOrder()
      .with({ orderId, paymentToken, items: [{ sku, quantity: 1 }] })
      .build(),
  )
  .chain((order) => {
    const changed = fc.tuple(fc.constantFrom(...Object.keys(order)), fc.jsonValue());
    return fc.option(changed, { freq: 3 }).map((change) => (change ? { ...order, [change[0]]: change[1] } : order));
  });

/** What stands behind the `?`, of parameters that there are and of some that there are not. */
const aQuery = fc
  .record(
    {
      status: fc.oneof(fc.constantFrom('open', 'fulfilled', 'declined', 'accepted', ''), text),
      since: fc.oneof(
        fc.constantFrom('2026-03-01', '2026-02-30', '0001-01-01', '9999-12-31T23:59:59+14:00'),
        fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
        text,
      ),
      customer: fc.oneof(fc.constantFrom('jane@example.com', 'test+1@example.com'), text),
      limit: fc.oneof(
        fc.integer({ min: -1, max: 102 }).map(String),
        fc.constantFrom('1e1', '007', '99999999999999999999'),
      ),
      page: fc.oneof(fc.constantFrom('.', 'e30.x'), text),
      more: text,
    },
    { requiredKeys: [] },
  )
  .map((given) => `?${new URLSearchParams(Object.entries(given))}`);
const anyQuery = fc.oneof(
  { weight: 6, arbitrary: aQuery },
  fc.stringMatching(/^[\x21-\x22\x24-\x7e]{0,60}$/).map((raw) => `?${raw}`),
);

/** Requests as the document describes them, and some that it does not. */
function anyRequest({ paths, components }: Document): fc.Arbitrary<Fuzzed> {
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method: method.toUpperCase(), operation })),
  );
  return fc.constantFrom(...operations).chain(({ path, method, operation }) => {
    const [[bodyType, { schema }] = ['application/json', {}]] = Object.entries<{ readonly schema?: JsonSchema }>(
      operation.requestBody?.content ?? {},
    );
    const resolved = schema?.$ref ? components.schemas[schema.$ref.split('/').at(-1) ?? ''] : schema;
    const described = resolved ? anyJsonOf(resolved) : fc.jsonValue();
    const value = path === '/orders' ? fc.oneof(described, nearlyAnOrder) : described;
    const line = fc.oneof(nearlyAnOrder, fc.jsonValue()).map((one) => JSON.stringify(one));
    const lines = fc.array(fc.oneof({ weight: 6, arbitrary: line }, { weight: 1, arbitrary: text }), { maxLength: 8 });
    const json = path === '/batches' ? lines.map((all) => all.join('\n')) : value.map((one) => JSON.stringify(one));
    const broken = fc.oneof(
      text,
      json.map((whole) => whole.slice(0, -1)),
      fc.nat({ max: 200 }).map((depth) => '['.repeat(depth)),
    );
    const body =
      method === 'GET'
        ? fc.constant(undefined)
        : fc.oneof({ weight: 8, arbitrary: json }, { weight: 1, arbitrary: broken });
    return fc.record({
      route: fc.constant(`${method} ${path}`),
      method: fc.constant(method),
      path: fc
        .tuple(
          path.startsWith('/batches') ? fc.oneof(aBatchId, anId) : anId,
          fc.option(anyQuery, { nil: '', freq: method === 'GET' ? 4 : 1 }),
        )
        .map(([id, query]) => `${path.replace('{id}', encodeURIComponent(id))}${query}`),
      headers: fc.record(
        {
          'content-type': fc.constantFrom(bodyType, `${bodyType}; charset=utf-8`, 'text/plain'),
          'content-encoding': fc.constantFrom('identity', 'gzip', 'br'),
          'idempotency-key': aKey,
        },
        { requiredKeys: [] },
      ),
      body,
      responses: fc.constant(Object.keys(operation.responses)),
    });
  });
}

/** The status and the type of the answer. A request that is not answered at all fails the test at its own limit. */
function ask(
  endpoint: string,
  { method, path, headers, body }: Fuzzed,
): Promise<{ status: number; type: string; text: string }> {
  return new Promise((answered, failed) => {
    const outgoing = request(`${endpoint}${path}`, { method, headers }, (response) => {
      let read = '';
      response.setEncoding('utf8').on('data', (chunk: string) => {
        read += chunk;
      });
      response.on('end', () =>
        answered({ status: response.statusCode ?? 0, type: response.headers['content-type'] ?? '', text: read }),
      );
    });
    outgoing.on('error', failed);
    outgoing.end(body);
  });
}

it(`answers each of ${requests} requests that are made from its OpenAPI document, as that says, and none by 5xx`, async () => {
  const { endpoint } = await serve(keptWorld().folder);
  const document = (await (await fetch(`${endpoint}/openapi.json`)).json()) as Document;
  const fuzzed = fc.sample(anyRequest(document), { seed: 7, numRuns: requests });
  const seen = new Map<string, number>();
  const wrong: unknown[] = [];
  const next = async () => {
    for (let asked = fuzzed.pop(); asked !== undefined; asked = fuzzed.pop()) {
      const answer = await ask(endpoint, asked);
      const is = `${asked.route} ${answer.status}`;
      seen.set(is, (seen.get(is) ?? 0) + 1);
      const problem = answer.status < 400 || answer.type === 'application/problem+json';
      const said = asked.responses.includes(String(answer.status)) && answer.status !== 500;
      // An id that is empty, or dots, makes a path that is no route of the API: the server itself says that nothing is there.
      const elsewhere = answer.status === 404 && !problem;
      if (!elsewhere && !(problem && said)) wrong.push({ asked, answer });
    }
  };
  await Promise.all(Array.from({ length: atOnce }, next));
  expect(wrong).toEqual([]);
  expect([...seen.keys()].filter((one) => / 5\d\d$/.test(one))).toEqual([]);
  for (const expected of [
    'POST /orders 202',
    'POST /orders 422',
    'POST /orders 400',
    'GET /orders/{id} 404',
    'GET /orders 200',
    'GET /orders 422',
    'POST /batches 202',
    'POST /batches 422',
    'POST /batches 400',
    'GET /batches/{id} 200',
    'GET /batches/{id} 404',
    'GET /batches/{id}/result 200',
  ])
    expect([...seen.keys()]).toContain(expected);
});
