import { callDynamo } from '@order-workflow/stage-kit/dynamodb';
import { startDynalite } from '@order-workflow/toolchain/emulators';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { memoryBatches } from '../../test/memory-batches.ts';
import type { BatchLine } from '../decisions/batch-line.ts';
import { ApiUnavailable } from '../ports/api-unavailable.ts';
import type { Batches } from '../ports/batches.ts';
import { dynamoBatches } from './dynamo-batches.ts';

let emulator: Awaited<ReturnType<typeof startDynalite>>;
const table = 'batches';
const start = Date.parse('2026-03-01T10:00:00.000Z');
let now = start;
const clock = { now: () => now };

beforeAll(async () => {
  emulator = await startDynalite();
  const call = callDynamo(emulator.service);
  const { signal } = new AbortController();
  const keys = { batchId: ['S', 'HASH'], part: ['N', 'RANGE'] } as const;
  const input = {
    TableName: table,
    AttributeDefinitions: Object.entries(keys).map(([AttributeName, [AttributeType]]) => ({
      AttributeName,
      AttributeType,
    })),
    KeySchema: Object.entries(keys).map(([AttributeName, [, KeyType]]) => ({ AttributeName, KeyType })),
    BillingMode: 'PAY_PER_REQUEST',
  };
  expect(await call('CreateTable', input, signal)).toMatchObject({ kind: 'done' });
  const isActive = async () =>
    JSON.stringify(await call('DescribeTable', { TableName: table }, signal)).includes('ACTIVE');
  while (!(await isActive()));
});
afterAll(() => emulator.stop());

const aBatchOf = (batchId: string, more: object = {}) => ({
  ...{ batchId, bodyHash: 'b', execution: `api-batch-${batchId}`, lines: 3, parts: 2 },
  ...{ acceptedAt: new Date(start).toISOString(), ...more },
});
const waiting = (line: number) => ({ line, order: { orderId: `${line}`, customerEmail: 'jane@example.com' } });
const answer = (line: number, status = 202): BatchLine => ({ line, status, orderId: `${line}` });

describe.each<[string, () => Batches]>([
  ['in memory', memoryBatches],
  ['in a DynamoDB table', () => dynamoBatches({ table, service: emulator.service, clock })],
])('what is kept of batches, %s', (_, open) => {
  it('is found by its id, and stays what it was first', async () => {
    const batches = open();
    expect(await batches.read('b1')).toBeUndefined();
    expect(await batches.keep(aBatchOf('b1'))).toBe(true);
    expect(await batches.keep(aBatchOf('b1', { bodyHash: 'c' }))).toBe(false);
    expect(await batches.read('b1')).toEqual(aBatchOf('b1'));
  });

  it('keeps a part until it is answered, and its answers from then on, also where the part is sent again', async () => {
    const batches = open();
    const batch = aBatchOf('b2');
    expect(await batches.readPart('b2', 1)).toBeUndefined();
    await batches.keepPart(batch, 1, [waiting(1), answer(2, 422)]);
    expect(await batches.readPart('b2', 1)).toEqual([waiting(1), answer(2, 422)]);
    await batches.answerPart('b2', 1, [answer(1), answer(2, 422)]);
    await batches.keepPart(batch, 1, [waiting(1), answer(2, 422)]);
    expect(await batches.readPart('b2', 1)).toEqual([answer(1), answer(2, 422)]);
  });

  it('counts what is answered of one batch', async () => {
    const batches = open();
    for (const part of [1, 2, 10]) await batches.keepPart(aBatchOf('b3'), part, [waiting(part)]);
    expect(await batches.progress('b3')).toEqual({ parts: 0, answered: {} });
    await batches.keepPart(aBatchOf('b31'), 1, [waiting(1)]);
    await batches.answerPart('b31', 1, [answer(1)]);
    await batches.answerPart('b3', 10, [answer(1), answer(2, 422)]);
    await batches.answerPart('b3', 2, [answer(3)]);
    expect(await batches.progress('b3')).toEqual({ parts: 2, answered: { 202: 2, 422: 1 } });
  });
});

describe(dynamoBatches, () => {
  it('counts over all pages of a query', async () => {
    const batches = dynamoBatches({ table, service: emulator.service, clock });
    // What cannot be packed: a page of a query ends after a megabyte.
    const noise = (part: number) =>
      Array.from({ length: 20_000 }, (_, each) => Math.imul(each * 2_654_435_761 + part, 40_503).toString(36)).join('');
    for (let part = 1; part <= 16; part++) {
      await batches.keepPart(aBatchOf('big'), part, [waiting(part)]);
      await batches.answerPart('big', part, [{ ...answer(part), orderId: noise(part) }]);
    }
    expect(await batches.progress('big')).toEqual({ parts: 16, answered: { 202: 16 } });
  });

  it('forgets a batch after 14 days, though DynamoDB deletes late, and takes another under its id', async () => {
    const batches = dynamoBatches({ table, service: emulator.service, clock });
    await batches.keep(aBatchOf('b4'));
    await batches.keepPart(aBatchOf('b4'), 1, [waiting(1)]);
    now += 14 * 24 * 3600 * 1000;
    expect(await batches.read('b4')).toBeUndefined();
    const later = aBatchOf('b4', { execution: 'api-batch-later' });
    expect(await batches.keep(later)).toBe(true);
    await batches.keepPart(later, 1, [waiting(7)]);
    expect(await batches.readPart('b4', 1)).toEqual([waiting(7)]);
  });

  it('says that it is unavailable where nobody listens, and takes a table that there is not for a defect', async () => {
    const service = { ...emulator.service, url: new URL('http://127.0.0.1:1') };
    await expect(dynamoBatches({ table, service, clock }).read('b')).rejects.toThrow(ApiUnavailable);
    const elsewhere = dynamoBatches({ table: 'elsewhere', service: emulator.service, clock });
    await expect(elsewhere.progress('b')).rejects.toThrow(TypeError);
  });
});
