import type { AttemptStanding } from '@order-workflow/stage-kit/order-store';
import { memoryStockTable } from '../src/adapters/memory-stock-table.ts';
import { addStock } from '../src/add-stock.ts';
import type { StockTable } from '../src/ports/stock-table.ts';
import type { StockNeeds } from '../src/stock-needs.ts';
import type { StockPorts } from '../src/stock-ports.ts';

const { signal } = new AbortController();

/** What both stages read of an order of these pieces, by SKU. */
export function needsOf(orderId: string, pieces: Readonly<Record<string, number>>, attempt?: number): StockNeeds {
  const lines = Object.entries(pieces).map(([sku, quantity]) => ({ sku, title: `A ${sku}`, quantity }));
  return { order: { orderId }, validation: { lines, ...(attempt && { attempt }) } };
}

/** A stock of these pieces, beside an order store whose orders are open unless told otherwise, and a clock that stands. */
export async function aStock(pieces: Readonly<Record<string, number>>, table: StockTable = memoryStockTable()) {
  for (const [sku, left] of Object.entries(pieces)) await addStock(sku, left, { table, signal });
  const standings = new Map<string, AttemptStanding>();
  const asked: string[] = [];
  let now = Date.parse('2026-03-02T10:00:00.000Z');
  const ports: StockPorts = {
    table,
    signal,
    clock: { now: () => now },
    orders: {
      async standingOf(orderId, attempt) {
        asked.push(`${orderId}.${attempt}`);
        return { answer: 'standing', standing: standings.get(`${orderId}.${attempt}`) ?? 'unsettled' };
      },
    },
  };
  return {
    ports,
    /** What the order store was asked about, as `12345.1`. */
    asked,
    stands(orderId: string, standing: AttemptStanding, attempt = 1) {
      standings.set(`${orderId}.${attempt}`, standing);
    },
    passes(milliseconds: number) {
      now += milliseconds;
    },
    async level(sku: string) {
      const found = await table.level(sku, signal);
      if (found.answer !== 'found') throw new Error(`no ${sku}`);
      const { left, sold, holds } = found.item;
      const held = holds.map(({ orderId, attempt, quantity }) => `${quantity} for ${orderId}.${attempt}`);
      return { left, sold, held: held.sort() };
    },
  };
}
