import { expect, it } from 'vitest';
import { anExecution, anItem } from '../testing/an-item.ts';
import { listedAttributes } from './dynamo-item.ts';

it('lists an order under the day and the beginning of its attempt, and its customer by the hash alone', () => {
  expect(listedAttributes(anItem({ orderId: '12345', customer: 'hash' }))).toEqual({
    listedAt: { S: '2026-03-01T10:00:00.000Z 12345' },
    listedDay: { S: '2026-03-01.5' },
    listedCustomer: { S: 'hash.5' },
  });
});

it('lists an order that names no customer under its day alone', () => {
  expect(listedAttributes(anItem())).not.toHaveProperty('listedCustomer');
});

it('leaves an order that is cancelled where it stands, which costs its indexes no more than the status', () => {
  const owner = { ...anExecution('b'), startedAt: '2026-03-05T10:00:00.000Z' };
  const taken = anItem({ owner, worker: anExecution(), status: 'cancelling' });
  expect(listedAttributes(taken)).toEqual(listedAttributes(anItem()));
});

it('spreads ids that are counted, and ids that are random, evenly over the digits', () => {
  for (const ids of [
    Array.from({ length: 1000 }, (_, each) => `${10_000 + each}`),
    Array.from({ length: 1000 }, (_, each) => `2026-${10_000 + each}-EUR`),
    Array.from({ length: 1000 }, (_, each) => Buffer.from(`order ${each * 7919}`).toString('base64url')),
  ]) {
    const parts = Object.values(Object.groupBy(ids, (orderId) => digitOf(orderId)));
    expect(parts).toHaveLength(10);
    for (const part of parts) expect(part?.length).toBeLessThan(200);
  }
});

function digitOf(orderId: string): string {
  return JSON.stringify(listedAttributes(anItem({ orderId }))['listedDay']).slice(-3, -2);
}
