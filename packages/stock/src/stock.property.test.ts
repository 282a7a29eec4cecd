import fc from 'fast-check';
import { expect, it } from 'vitest';
import { aStock } from '../test/a-stock.ts';
import { type OrderToRun, runOrder } from '../test/run-order.ts';
import { scheduledTable, type WriteFault } from '../test/scheduled-table.ts';
import { memoryStockTable } from './adapters/memory-stock-table.ts';
import { askAfterHolds } from './ask-after-holds.ts';
import type { StockPorts } from './stock-ports.ts';

const stocked = { TEA: 3, CUP: 2 } as const;

const order = fc.record<OrderToRun>({
  pieces: fc.constantFrom<OrderToRun['pieces'][]>({ TEA: 1 }, { TEA: 2 }, { CUP: 1 }, { TEA: 1, CUP: 1 }),
  ends: fc.constantFrom('fulfilled', 'undone', 'cancelled', 'pending'),
  strays: fc.integer({ min: 0, max: 2 }),
  patience: fc.integer({ min: 1, max: 3 }),
});
const well = fc.constant<WriteFault>('none');
const ill = fc.constantFrom<WriteFault[]>('throttled', 'lost-before', 'lost-after', 'lands-later');

it('keeps what is left, held and sold together, sells what was fulfilled and holds what is pending, whatever arrives when', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(order, { minLength: 1, maxLength: 4 }),
      fc.array(fc.oneof(well, ill), { maxLength: 40 }),
      fc.scheduler(),
      async (orders, faults, s) => {
        const books = memoryStockTable();
        const { ports, stands, passes, level } = await aStock(stocked, books);
        const turn = () => s.schedule(Promise.resolve());
        const asked: StockPorts = {
          ...ports,
          table: scheduledTable(books, s, faults),
          clock: {
            now() {
              passes(20_000);
              return ports.clock.now();
            },
          },
          orders: { standingOf: async (...of) => turn().then(() => ports.orders.standingOf(...of)) },
        };
        const runs = orders.map((one, index) => runOrder(`${index}`, one, asked, { stands, turn }));
        const ends = await s.waitFor(Promise.all(runs));
        await s.waitAll();
        const piecesOf = (sku: string, end: string) =>
          orders.reduce((sum, { pieces }, index) => sum + (ends[index] === end ? (pieces[sku] ?? 0) : 0), 0);
        for (const [sku, all] of Object.entries(stocked)) {
          // An undo is exact: nobody needs to ask after what it undid.
          const holders = (await level(sku)).held.map((hold) => ends[Number(/ for (\d+)/.exec(hold)?.[1])]);
          expect(holders).not.toContain('nothing-held');
          await askAfterHolds(sku, ports);
          const { left, sold, held } = await level(sku);
          const pending = held.reduce((sum, hold) => sum + Number.parseInt(hold, 10), 0);
          const expected = { sku, sold: piecesOf(sku, 'fulfilled'), pending: piecesOf(sku, 'pending') };
          expect({ sku, sold, pending, left }).toEqual({ ...expected, left: all - expected.sold - expected.pending });
        }
      },
    ),
    { numRuns: 1000 },
  );
});
