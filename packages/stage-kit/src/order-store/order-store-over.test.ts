import { describe, expect, it, vi } from 'vitest';
import { memoryOrderTable } from './adapters/memory-order-table.ts';
import { orderStoreOver } from './order-store-over.ts';
import type { OrderTable } from './order-table.ts';
import { aClaim, aClosing, anExecution, anItem } from './testing/an-item.ts';
import { never } from './testing/contract-case.ts';

/** A table that counts what it is asked. */
function watched(table: OrderTable) {
  return { read: vi.fn(table.read), writeIf: vi.fn(table.writeIf) };
}

describe(orderStoreOver, () => {
  it('costs an order that goes well three writes and one read', async () => {
    const table = watched(memoryOrderTable());
    const store = orderStoreOver(table, never);
    await store.claim(aClaim());
    expect([table.writeIf.mock.calls.length, table.read.mock.calls.length]).toEqual([1, 0]);
    const closed = await store.close(aClosing());
    expect([table.writeIf.mock.calls.length, table.read.mock.calls.length]).toEqual([2, 1]);
    if (closed.answer === 'closed') await store.markSent(closed.order);
    expect([table.writeIf.mock.calls.length, table.read.mock.calls.length]).toEqual([3, 1]);
  });

  it('gives each call one deadline, for all that it asks of the table', async () => {
    const table = watched(memoryOrderTable());
    await table.writeIf(anItem(), undefined, never());
    const deadlines: AbortSignal[] = [];
    const store = orderStoreOver(table, () => {
      deadlines.push(never());
      return deadlines[deadlines.length - 1] as AbortSignal;
    });
    await store.claim(aClaim({ execution: anExecution('b') }));
    expect(deadlines).toHaveLength(1);
    const signals = [...table.read.mock.calls.map((call) => call[1]), table.writeIf.mock.calls[1]?.[2]];
    expect(signals).toEqual([deadlines[0], deadlines[0]]);
  });

  it('reads and judges three times at most when others keep changing the order, and then counts as unavailable', async () => {
    const table = watched({
      read: async () => ({ answer: 'item', item: anItem({ owner: anExecution('b'), status: 'declined' }) }),
      writeIf: async () => ({ answer: 'changed' }),
    });
    const answer = await orderStoreOver(table, never).claim(aClaim({ fingerprint: 'another card' }));
    expect(answer).toEqual({
      answer: 'unavailable',
      detail: 'gave up: others changed the order',
    });
    expect([table.writeIf.mock.calls.length, table.read.mock.calls.length]).toEqual([3, 3]);
  });

  it('finds in its last look what was written after all', async () => {
    let reads = 0;
    const table = watched({
      read: async () => (++reads < 3 ? { answer: 'nothing' } : { answer: 'item', item: anItem() }),
      writeIf: async () => ({ answer: 'lost', detail: 'no answer' }),
    });
    expect(await orderStoreOver(table, never).claim(aClaim())).toMatchObject({ answer: 'owned' });
  });

  it('says why when the table can be neither read nor written', async () => {
    const away = { answer: 'unavailable', detail: 'throttled' } as const;
    const unwritable = orderStoreOver({ ...memoryOrderTable(), writeIf: async () => away }, never);
    const unreadable = orderStoreOver({ read: async () => away, writeIf: async () => ({ answer: 'changed' }) }, never);
    expect(await unwritable.claim(aClaim())).toEqual(away);
    expect(await unreadable.claim(aClaim())).toEqual(away);
    expect(await unreadable.close(aClosing())).toEqual(away);
  });
});
