import type { StockTable } from './ports/stock-table.ts';
import { mostRounds } from './put-back.ts';
import { StockUnavailable } from './stock-failures.ts';

/**
 * Puts pieces of a product into the stock, or takes some out that nobody has (`pieces` below zero). Once a call: an answer that
 * is lost is not asked for again.
 *
 * @throws RangeError when `pieces` is not whole, or when fewer are left than are taken out
 * @throws StockUnavailable when the table cannot be had, or it is not known whether the pieces were put in
 */
export async function addStock(
  sku: string,
  pieces: number,
  { table, signal }: { readonly table: StockTable; readonly signal: AbortSignal },
): Promise<void> {
  if (!Number.isSafeInteger(pieces)) throw new RangeError(`${sku}: given ${pieces} pieces, expected a whole number`);
  for (let round = 0; round < mostRounds; round++) {
    const found = await table.level(sku, signal);
    if (found.answer === 'unavailable') throw new StockUnavailable(`${sku}: ${found.detail}.`);
    const left = found.answer === 'found' ? found.item.left : 0;
    if (left + pieces < 0) throw new RangeError(`${sku}: ${-pieces} pieces cannot be taken out, ${left} are left`);
    const written =
      found.answer === 'nothing'
        ? await table.begin(sku, pieces, signal)
        : await table.change(sku, { turn: found.item.turn, left: pieces, sold: 0, turns: true }, signal);
    if (written.answer === 'written') return;
    if (written.answer !== 'changed')
      throw new StockUnavailable(`${sku}: ${written.detail}; look whether the pieces are there before you try again.`);
  }
  throw new StockUnavailable(`${sku}: others kept changing it.`);
}
