import type { StockLevel } from './ports/stock-table.ts';
import { mostRounds } from './put-back.ts';
import { settleHolds } from './settle-holds.ts';
import { StockUnavailable } from './stock-failures.ts';
import type { StockPorts } from './stock-ports.ts';

/**
 * Asks after all holds of a product, however young, as whoever needs a piece does, and says how it stands then: what remains held
 * is held for orders that have not ended. Undefined of a product that the table does not have.
 *
 * @throws StockUnavailable when the tables cannot be had
 */
export async function askAfterHolds(sku: string, ports: StockPorts): Promise<StockLevel | undefined> {
  for (let round = 0; round < mostRounds * mostRounds; round++) {
    const found = await ports.table.level(sku, ports.signal);
    if (found.answer === 'nothing') return undefined;
    if (found.answer === 'unavailable') throw new StockUnavailable(`${sku}: ${found.detail}.`);
    const settled = await settleHolds(found.item, found.item.holds, ports);
    if (settled.answer === 'unavailable') throw new StockUnavailable(`${sku}: ${settled.detail}.`);
    if (settled.answer === 'standing') return found.item;
  }
  throw new StockUnavailable(`${sku}: others kept changing it.`);
}
