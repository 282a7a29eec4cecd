import { makeTable } from '@order-workflow/stage-kit/testing';
import { startDynalite } from '@order-workflow/toolchain/emulators';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { memoryAcceptedOrders } from '../../test/a-world.ts';
import type { AcceptedOrders } from '../ports/accepted-orders.ts';
import { ApiUnavailable } from '../ports/api-unavailable.ts';
import { dynamoAcceptedOrders } from './dynamo-accepted-orders.ts';

let emulator: Awaited<ReturnType<typeof startDynalite>>;
const table = 'accepted';
let now = Date.parse('2026-03-01T10:00:00.000Z');
const clock = { now: () => now };
beforeAll(async () => {
  emulator = await startDynalite();
  await makeTable(emulator.service, table, 'id');
});
afterAll(() => emulator.stop());

const order = (orderId: string, attempt = 1) => ({ orderId, execution: `api-${orderId}-${attempt}`, attempt });
const request = (keyHash: string, bodyHash = 'b') => ({ keyHash, bodyHash, ...order('12345') });

describe.each<[string, () => AcceptedOrders]>([
  ['in memory', memoryAcceptedOrders],
  ['in a DynamoDB table', () => dynamoAcceptedOrders({ table, service: emulator.service, clock })],
])('what was accepted, %s', (_, open) => {
  it('is found by its key, as it was, and not before', async () => {
    const accepted = open();
    expect(await accepted.request('k1')).toBeUndefined();
    expect(await accepted.keepRequest(request('k1'))).toBe(true);
    expect(await accepted.request('k1')).toEqual(request('k1'));
  });

  it('stays what a key was first used for', async () => {
    const accepted = open();
    expect(await accepted.keepRequest(request('k2'))).toBe(true);
    expect(await accepted.keepRequest(request('k2', 'other'))).toBe(false);
    expect(await accepted.request('k2')).toEqual(request('k2'));
  });

  it('is given to one of many that come at once', async () => {
    const accepted = open();
    const kept = await Promise.all(
      Array.from({ length: 10 }, (__, each) => accepted.keepRequest(request('k3', `${each}`))),
    );
    expect(kept.filter(Boolean)).toHaveLength(1);
  });

  it('has the latest attempt of an order, in whatever order they come', async () => {
    const accepted = open();
    expect(await accepted.order('1')).toBeUndefined();
    for (const attempt of [2, 3, 1]) await accepted.keepOrder(order('1', attempt));
    expect(await accepted.order('1')).toEqual(order('1', 3));
    await accepted.keepOrder(order('1', 3));
    expect(await accepted.order('2')).toBeUndefined();
  });
});

describe(dynamoAcceptedOrders, () => {
  it('forgets a key after 14 days, though DynamoDB deletes late', async () => {
    const accepted = dynamoAcceptedOrders({ table, service: emulator.service, clock });
    await accepted.keepRequest(request('k4'));
    now += 14 * 24 * 3600 * 1000;
    expect(await accepted.request('k4')).toBeUndefined();
    expect(await accepted.keepRequest(request('k4', 'other'))).toBe(true);
    expect(await accepted.request('k4')).toEqual(request('k4', 'other'));
  });

  it('says that it is unavailable where nobody listens', async () => {
    const service = { ...emulator.service, url: new URL('http://127.0.0.1:1') };
    await expect(dynamoAcceptedOrders({ table, service, clock }).request('k')).rejects.toThrow(ApiUnavailable);
  });

  it('takes a table that there is not for a defect, which no repeat mends', async () => {
    const accepted = dynamoAcceptedOrders({ table: 'elsewhere', service: emulator.service, clock });
    await expect(accepted.order('1')).rejects.toThrow(TypeError);
  });
});
