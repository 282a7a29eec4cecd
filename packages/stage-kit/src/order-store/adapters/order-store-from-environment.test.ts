import { startDynalite } from '@order-workflow/toolchain/emulators';
import { holdTimeLimits } from '@order-workflow/toolchain/hold-time-limits';
import { describe, expect, it, onTestFinished } from 'vitest';
import { aClaim } from '../testing/an-item.ts';
import { makeOrdersTable } from '../testing/make-orders-table.ts';
import { orderClaimsFromEnvironment, orderStoreFromEnvironment } from './order-store-from-environment.ts';

const environment = {
  ORDERS_TABLE_NAME: 'Orders',
  AWS_REGION: 'us-east-1',
  AWS_ACCESS_KEY_ID: 'AKIDEXAMPLE',
  AWS_SECRET_ACCESS_KEY: 'x',
};

async function withTable() {
  const emulator = await startDynalite();
  onTestFinished(() => emulator.stop());
  await makeOrdersTable(emulator.service, 'Orders');
  return emulator.service.url.origin;
}

describe(orderStoreFromEnvironment, () => {
  it.each(['AWS_ENDPOINT_URL_DYNAMODB', 'AWS_ENDPOINT_URL'])('finds DynamoDB where %s says', async (variable) => {
    const store = orderStoreFromEnvironment({ ...environment, [variable]: await withTable() });
    expect(await store.claim(aClaim())).toMatchObject({ answer: 'owned' });
  });

  it('gives all that one call asks of the table one limit, which may be set', async () => {
    const AWS_ENDPOINT_URL_DYNAMODB = await withTable();
    const limits = holdTimeLimits();
    onTestFinished(() => limits.letGo());
    const set = { AWS_ENDPOINT_URL_DYNAMODB, ORDER_STORE_TIMEOUT_MS: '700' };
    await orderStoreFromEnvironment({ ...environment, ...set }).claim(aClaim());
    await orderStoreFromEnvironment({ ...environment, AWS_ENDPOINT_URL_DYNAMODB }).claim(aClaim());
    expect(limits.asked).toEqual([700, 3_000]);
  });

  it.each<[set: Readonly<Record<string, string>>, message: string]>([
    [{ ORDERS_TABLE_NAME: '' }, 'ORDERS_TABLE_NAME: missing, expected the name of a DynamoDB table'],
    [{ AWS_REGION: '' }, 'AWS_REGION: missing, expected a region of AWS'],
    [{ ORDER_STORE_TIMEOUT_MS: '0' }, 'ORDER_STORE_TIMEOUT_MS must be a whole number of 1 to 3000'],
    [{ ORDER_STORE_TIMEOUT_MS: '3001' }, 'ORDER_STORE_TIMEOUT_MS must be a whole number of 1 to 3000'],
    [{ AWS_ENDPOINT_URL: 'http://example.com' }, 'must begin with https:// unless it is on this machine'],
    [{ AWS_ENDPOINT_URL: 'http://127.0.0.1:8000/tables' }, 'the address of DynamoDB must not hold a path'],
  ])('refuses %j', (set, message) => {
    expect(() => orderStoreFromEnvironment({ ...environment, ...set })).toThrow(message);
  });

  it('gives the first stage the claims of the same store, and nothing that ends an order', async () => {
    const here = { ...environment, AWS_ENDPOINT_URL: await withTable() };
    const claims = orderClaimsFromEnvironment(here);
    const { answer } = await claims.claim(aClaim());
    expect(Object.keys(claims)).toEqual(['claim']);
    expect(answer).toBe('owned');
    expect(await orderStoreFromEnvironment(here).claim(aClaim())).toMatchObject({ answer });
    expect(() => orderClaimsFromEnvironment({})).toThrow('ORDERS_TABLE_NAME: missing');
  });

  it('says which credential is missing', async () => {
    const { AWS_SECRET_ACCESS_KEY: _, ...without } = environment;
    const store = orderStoreFromEnvironment({ ...without, AWS_ENDPOINT_URL: 'http://127.0.0.1:1' });
    await expect(store.claim(aClaim())).rejects.toThrow('AWS_SECRET_ACCESS_KEY: missing, expected an access key');
  });
});
