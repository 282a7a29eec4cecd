import { gzipSync } from 'node:zlib';
import { anOrder } from '@order-workflow/order-domain/testing';
import { describe, expect, it } from 'vitest';
import { aBatch, aBatchWorld, aboutBatch } from '../../test/a-batch-world.ts';
import { aPost } from '../../test/a-world.ts';
import { ApiUnavailable } from '../ports/api-unavailable.ts';
import { answerPost } from './answer-post.ts';
import { batchLineSchema } from './batch-line.ts';
import { batchStandingSchema } from './batch-standing.ts';
import { placePart } from './place-part.ts';
import { postBatch } from './post-batch.ts';
import { batchLimits } from './read-batch.ts';
import { showBatch } from './show-batch.ts';
import { showBatchResult } from './show-batch-result.ts';

const order = (orderId: string) => anOrder().with({ orderId }).build();
const orders = (count: number) => Array.from({ length: count }, (_, index) => order(`${index + 1}`));
const problem = (name: string) => ({ type: `urn:order-workflow:problem:${name}` });
const resultOf = (body: object | string) =>
  String(body)
    .trimEnd()
    .split('\n')
    .map((line) => batchLineSchema.parse(JSON.parse(line)));

describe(postBatch, () => {
  it('accepts a batch, starts one execution that holds no order, and says how it stands until its result is there', async () => {
    const { ports, started, work, orders: world } = aBatchWorld();
    const answer = await postBatch(aBatch([...orders(120), '{']), ports);
    const location = answer.headers?.['location'];
    expect(answer).toMatchObject({ status: 202, headers: { 'retry-after': '1' } });
    expect(batchStandingSchema.parse(answer.body)).toMatchObject({ progress: 'working', lines: 121, answered: 0 });
    const batchId = location?.slice('/batches/'.length);
    expect(started).toMatchObject([
      { name: expect.stringMatching(/^api-batch-[\w-]{43}$/), input: { batchId, parts: 3 } },
    ]);
    expect(await showBatchResult(aboutBatch(location), ports)).toMatchObject({
      status: 409,
      body: problem('batch-under-way'),
    });
    await placePart(batchId ?? '', 2, { ...world.ports, batches: ports.batches });
    const half = { progress: 'working', answered: 50, statuses: { 202: 50 }, askAgainSeconds: 1 };
    expect(await showBatch(aboutBatch(location), ports)).toMatchObject({ status: 200, body: half });
    await work(started[0]!);
    const { body } = await showBatch(aboutBatch(location), ports);
    expect(batchStandingSchema.parse(body)).toMatchObject({
      ...{ progress: 'ended', lines: 121, answered: 121, statuses: { 202: 120, 400: 1 }, result: `${location}/result` },
    });
    expect(world.started).toHaveLength(120);
    const lines = resultOf((await showBatchResult(aboutBatch(location), ports)).body);
    expect(lines.map(({ line }) => line)).toEqual(Array.from({ length: 121 }, (_, index) => index + 1));
    expect(lines[0]).toEqual({ line: 1, status: 202, orderId: '1', attempt: 1, stands: 'accepted' });
    expect(lines[120]).toMatchObject({ line: 121, status: 400, problem: problem('not-json') });
  });

  it('starts nothing more for the same key and bytes, packed or not, and refuses others under the key', async () => {
    const { ports, started, work, orders: world } = aBatchWorld();
    const first = await postBatch(aBatch(orders(3)), ports);
    expect(await postBatch(aBatch(orders(3)), ports)).toEqual(first);
    await work(started[0]!);
    const plain = aBatch(orders(3), 'batch-1', { 'content-encoding': 'gzip' });
    const packed = { ...plain, body: gzipSync(plain.body) };
    expect(await postBatch(packed, ports)).toMatchObject({ status: 202, body: { progress: 'ended', answered: 3 } });
    expect(await postBatch(aBatch(orders(4)), ports)).toMatchObject({ status: 422, body: problem('key-reused') });
    expect([started.length, world.started.length]).toEqual([1, 3]);
  });

  it('gives one key to one of two batches that come at once', async () => {
    const { ports, started } = aBatchWorld();
    const answers = await Promise.all([3, 4].map((count) => postBatch(aBatch(orders(count)), ports)));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([202, 422]);
    expect(started).toHaveLength(1);
  });

  it.each(['keepPart', 'start'] as const)('goes on at the repeat where it was cut off at %s', async (at) => {
    const { ports, started, work } = aBatchWorld();
    const cutOff = async () => Promise.reject(new ApiUnavailable('no answer'));
    const cut =
      at === 'start'
        ? { ...ports, executions: { ...ports.executions, start: cutOff } }
        : { ...ports, batches: { ...ports.batches, keepPart: cutOff } };
    await expect(postBatch(aBatch(orders(70)), cut)).rejects.toThrow(ApiUnavailable);
    expect(started).toEqual([]);
    const answer = await postBatch(aBatch(orders(70)), ports);
    expect(answer).toMatchObject({ status: 202, body: { lines: 70 } });
    await work(started[0]!);
    const { body } = await showBatch(aboutBatch(answer.headers?.['location']), ports);
    expect(body).toMatchObject({ progress: 'ended', statuses: { 202: 70 } });
  });

  it('answers each line as POST /orders would: 202, 200 of what stands, 409 of what is under way, 422', async () => {
    const { ports, started, work, orders: world } = aBatchWorld();
    for (const [key, orderId] of Object.entries({ a: '1', b: '2' }))
      await answerPost(aPost(order(orderId), key), world.ports);
    for (const one of [...world.started]) await world.claim(one);
    const lines = [
      order('1'),
      { ...order('2'), paymentToken: 'tok_2' },
      order('3'),
      { ...order('4'), items: [] },
      order('3'),
    ];
    const { headers } = await postBatch(aBatch(lines), ports);
    await work(started[0]!);
    expect(resultOf((await showBatchResult(aboutBatch(headers?.['location']), ports)).body)).toMatchObject([
      { line: 1, status: 200, orderId: '1', stands: 'open' },
      { line: 2, status: 409, problem: { ...problem('another-under-way'), order: '/orders/2' } },
      { line: 3, status: 202, orderId: '3', stands: 'accepted' },
      { line: 4, status: 422, problem: { violations: [{ field: 'items' }] } },
      { line: 5, status: 202, orderId: '3', stands: 'accepted' },
    ]);
    expect(world.started).toHaveLength(3);
  });

  it('answers ten thousand lines in their sequence, doubles and bad ones among them, and places each order once', async () => {
    const { ports, started, work, orders: world } = aBatchWorld();
    const lines = Array.from({ length: batchLimits.lines }, (_, index) => {
      if (index % 10 === 3) return index % 20 === 3 ? '{' : { ...order(`${index}`), items: [] };
      return order(`${index % 10 === 6 ? index - 1 : index}`);
    });
    const { headers } = await postBatch(aBatch(lines), ports);
    await work(started[0]!);
    const about = aboutBatch(headers?.['location']);
    const statuses = { 202: 9_000, 400: 500, 422: 500 };
    expect(await showBatch(about, ports)).toMatchObject({ body: { progress: 'ended', lines: 10_000, statuses } });
    const result = resultOf((await showBatchResult(about, ports)).body);
    expect(result.map(({ line }) => line)).toEqual(lines.map((_, index) => index + 1));
    expect(result.map(({ orderId }) => orderId)).toEqual(
      lines.map((line, index) => (index % 10 === 3 || typeof line === 'string' ? undefined : line.orderId)),
    );
    expect(world.started).toHaveLength(8_000);
  });

  it.each([
    ['FAILED', 'needs-a-person'],
    ['ABORTED', 'needs-a-person'],
    ['PENDING_REDRIVE', 'working'],
  ] as const)('of an execution that is %s, says %s', async (status, progress) => {
    const { ports, started } = aBatchWorld();
    const { headers } = await postBatch(aBatch(orders(2)), ports);
    started[0]!.standing = { status };
    expect(await showBatch(aboutBatch(headers?.['location']), ports)).toMatchObject({ body: { progress } });
    started.pop();
    expect(await showBatch(aboutBatch(headers?.['location']), ports)).toMatchObject({
      body: { progress: 'not-begun' },
    });
  });

  const gzip = { 'content-encoding': 'gzip' };
  it.each([
    ['no key', aBatch(orders(1), 'batch-1', { 'idempotency-key': undefined }), 400, 'key-missing'],
    ['no order', aBatch(['', '']), 422, 'request-invalid'],
    ['one order too many', aBatch(Array.from({ length: batchLimits.lines + 1 }, () => '1')), 413, 'too-large'],
    ['more bytes than Lambda takes', aBatch(['x'.repeat(batchLimits.bytes + 1)]), 413, 'too-large'],
    ['JSON', aBatch(orders(1), 'batch-1', { 'content-type': 'application/json' }), 415, 'not-json-lines-by-type'],
    ['another packing', aBatch(orders(1), 'batch-1', { 'content-encoding': 'br' }), 415, 'not-json-lines-by-type'],
    ['what gzip did not pack', aBatch(orders(1), 'batch-1', gzip), 400, 'not-json'],
    [
      'what unpacks without an end',
      { ...aBatch([], 'batch-1', gzip), body: gzipSync(Buffer.alloc(batchLimits.unpackedBytes + 1)) },
      ...([413, 'too-large'] as const),
    ],
  ])('refuses %s, and keeps nothing', async (_, request, status, name) => {
    const { ports, started } = aBatchWorld();
    expect(await postBatch(request, ports)).toMatchObject({ status, body: problem(name) });
    expect(started).toEqual([]);
  });

  it('knows no batch that nobody has sent, whatever its id is', async () => {
    const { ports } = aBatchWorld();
    for (const id of ['', 'x', 'x'.repeat(43), 'ö'.repeat(43)])
      for (const show of [showBatch, showBatchResult])
        expect(await show(aboutBatch(`/batches/${id}`), ports)).toMatchObject({
          status: 404,
          body: problem('batch-unknown'),
        });
  });
});
