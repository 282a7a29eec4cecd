import { type DynamoEmulator, startDynalite } from '@order-workflow/toolchain/emulators';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { orderStoreOver } from '../order-store-over.ts';
import { aClaim, aClosing } from '../testing/an-item.ts';
import { never } from '../testing/contract-case.ts';
import { makeOrdersTable } from '../testing/make-orders-table.ts';
import { dynamoOrderStandings } from './dynamo-order-standings.ts';
import { dynamoOrderTable } from './dynamo-order-table.ts';

describe(dynamoOrderStandings, () => {
  let emulator: DynamoEmulator;
  beforeAll(async () => {
    emulator = await startDynalite();
    await makeOrdersTable(emulator.service, 'Orders');
  });
  afterAll(() => emulator.stop());

  it('says how an attempt stands that the store has claimed and ended, by order and attempt', async () => {
    const table = { ...emulator.service, table: 'Orders' };
    const store = orderStoreOver(dynamoOrderTable(table), never);
    const standings = dynamoOrderStandings(table);
    const standing = async (orderId: string, attempt: number) => {
      const answer = await standings.standingOf(orderId, attempt, never());
      return answer.answer === 'standing' && answer.standing;
    };
    expect(await standing('7', 1)).toBe('unsettled');
    await store.claim(aClaim({ orderId: '7' }));
    expect(await standing('7', 1)).toBe('unsettled');
    await store.close(aClosing({ orderId: '7', outcome: 'declined' }));
    expect(await standing('7', 1)).toBe('nothing-held');
    await store.claim(aClaim({ orderId: '8' }));
    await store.close(aClosing({ orderId: '8', outcome: 'fulfilled' }));
    expect(await standing('8', 1)).toBe('fulfilled');
    expect(await standing('8', 2)).toBe('unsettled');
  });

  it('throws when there is no such table, and says when nobody answers', async () => {
    const elsewhere = dynamoOrderStandings({ ...emulator.service, table: 'Elsewhere' });
    await expect(elsewhere.standingOf('7', 1, never())).rejects.toMatchObject({ name: 'OrderTableBroken' });
    const nowhere = dynamoOrderStandings({ ...emulator.service, url: new URL('http://127.0.0.1:1'), table: 'Orders' });
    expect(await nowhere.standingOf('7', 1, never())).toMatchObject({ answer: 'unavailable' });
  });
});
