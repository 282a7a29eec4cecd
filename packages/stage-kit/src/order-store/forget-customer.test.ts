import { describe, expect, it } from 'vitest';
import { memoryOrderTable } from './adapters/memory-order-table.ts';
import { forgetCustomer } from './forget-customer.ts';
import { orderStoreOver } from './order-store-over.ts';
import type { OrderTable } from './order-table.ts';
import { aClaim, aClosing } from './testing/an-item.ts';

const never = () => new AbortController().signal;
const verdict = { order: { customerEmail: 'ana@example.com' }, validation: {} };

async function world() {
  const table = memoryOrderTable();
  const store = orderStoreOver(table, never);
  for (const orderId of ['ended', 'open']) await store.claim(aClaim({ orderId, verdict, customer: 'ana' }));
  await store.close(aClosing({ orderId: 'ended' }));
  const orders = { idsOf: async (customer: string) => (customer === 'ana' ? ['ended', 'open', 'gone'] : []) };
  const read = async (orderId: string) => JSON.stringify(await table.read(orderId, never()));
  return { table, orders, read };
}

describe(forgetCustomer, () => {
  it('forgets the orders of the customer that have ended, and says which have not', async () => {
    const { table, orders, read } = await world();
    expect(await forgetCustomer('bo', orders, table, never)).toEqual({ forgotten: [], underway: [], unanswered: [] });
    expect(await read('ended')).toContain('ana@');
    const found = await forgetCustomer('ana', orders, table, never);
    expect(found).toEqual({
      forgotten: ['ended', 'gone'],
      underway: [{ orderId: 'open', status: 'open' }],
      unanswered: [],
    });
    expect(await read('ended')).not.toContain('ana');
    expect(await read('open')).toContain('ana@');
    expect(await forgetCustomer('ana', orders, table, never)).toEqual(found);
  });

  it('loses no attempt that begins meanwhile: what it writes is compared with what it read', async () => {
    const { table, orders, read } = await world();
    const store = orderStoreOver(table, never);
    let met = false;
    const between: OrderTable = {
      ...table,
      async writeIf(item, found, signal) {
        if (!met && item.orderId === 'ended') {
          met = true;
          await store.takeOver({ orderId: 'ended', execution: { id: 'x', startedAt: '2026-03-02T10:00:00.000Z' } });
        }
        return table.writeIf(item, found, signal);
      },
    };
    const { underway } = await forgetCustomer('ana', orders, between, never);
    expect(underway.map(({ orderId, status }) => [orderId, status])).toEqual([
      ['ended', 'cancelling'],
      ['open', 'open'],
    ]);
    expect(await read('ended')).toContain('ana@');
  });

  it('says of which orders it is not known, and goes on with the others', async () => {
    const { table, orders } = await world();
    const broken: OrderTable = {
      ...table,
      read: (orderId, signal) =>
        orderId === 'open' ? Promise.resolve({ answer: 'unavailable', detail: 'down' }) : table.read(orderId, signal),
    };
    const found = await forgetCustomer('ana', orders, broken, never);
    expect(found).toEqual({ forgotten: ['ended', 'gone'], underway: [], unanswered: ['open'] });
  });
});
