import { type DynamoEmulator, startDynalite } from '@order-workflow/toolchain/emulators';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { forgetProgram } from '../bin/forget/forget-program.ts';
import { customerHash, dynamoCustomerOrders, dynamoOrderTable, orderStoreOver } from '../src/order-store/index.ts';
import { aClaim, aClosing } from '../src/order-store/testing/an-item.ts';
import { never } from '../src/order-store/testing/contract-case.ts';
import { makeOrdersTable } from '../src/order-store/testing/make-orders-table.ts';

const key = 'k'.repeat(64);
const table = 'Orders';

describe('pnpm order forget', () => {
  let emulator: DynamoEmulator;
  beforeAll(async () => {
    emulator = await startDynalite();
    await makeOrdersTable(emulator.service, table);
  });
  afterAll(() => emulator.stop());

  async function forget(...args: readonly string[]) {
    const { url, region, credentials } = emulator.service;
    const { accessKeyId, secretAccessKey } = credentials();
    const environment = {
      AWS_ENDPOINT_URL: url.href,
      AWS_REGION: region,
      AWS_ACCESS_KEY_ID: accessKeyId,
      AWS_SECRET_ACCESS_KEY: secretAccessKey,
      ORDER_FINGERPRINT_KEY: key,
    };
    const said: string[] = [];
    const note = (text: string) => void said.push(text);
    const exitCode = await forgetProgram(args, { environment, say: note, complain: note });
    return { exitCode, said: said.join('\n') };
  }

  it('erases a customer from the table and its index, whatever the capitals, and nobody else', async () => {
    const orders = { ...emulator.service, table };
    const store = orderStoreOver(dynamoOrderTable(orders), never);
    const place = async (orderId: string, customerEmail: string, closes = true) => {
      const order = { orderId, customerEmail, customerName: `Name of ${orderId}` };
      const verdict = { order, validation: { total: 1 } };
      await store.claim(aClaim({ orderId, verdict, customer: customerHash(key)(order) }));
      if (closes) await store.close(aClosing({ orderId }));
    };
    await place('hers', 'Ana@example.com');
    await place('hers too', 'ana@example.com', false);
    await place('his', 'bo@example.com');
    const first = await forget('ANA@example.com', '--table', table);
    expect(first.said).toContain('Forgotten: whose "hers" was.\nNot yet: "hers too" is open.');
    expect(first.said).toContain('for 90 days');
    expect(first.said).not.toMatch(/ana@/i);
    expect(first.exitCode).toBe(1);
    const read = async (orderId: string) => JSON.stringify(await dynamoOrderTable(orders).read(orderId, never()));
    expect(await read('hers')).not.toMatch(/ana@|Name of/i);
    expect(await read('his')).toContain('Name of his');
    const hash = customerHash(key)({ customerEmail: 'ana@example.com' }) ?? '';
    expect(await dynamoCustomerOrders(orders, never).idsOf(hash)).toEqual(['hers too']);
    await store.close(aClosing({ orderId: 'hers too', outcome: 'refunded' }));
    const { exitCode, said } = await forget('ana@example.com', '--table', table, '--json');
    expect([exitCode, JSON.parse(said)]).toEqual([0, { forgotten: ['hers too'], underway: [], unanswered: [] }]);
    expect(await forget('ana@example.com', '--table', table)).toMatchObject({
      exitCode: 0,
      said: expect.stringContaining('No ended order of this customer is known.'),
    });
  });

  it.each([
    [['ana@example.com'], 2, '--table'],
    [['--table', table], 2, '--table'],
    [['ana', '--table', table], 2, 'given 3 characters, expected an e-mail address'],
    [['ana@example.com', '--tabel', table], 2, '--tabel'],
    [['ana@example.com', '--table', 'Elsewhere'], 1, 'ResourceNotFoundException'],
  ])('says what is wrong with %j', async (args, exitCode, words) => {
    expect(await forget(...args)).toEqual({ exitCode, said: expect.stringContaining(words) });
  });
});
