import { type Hold, type StockTable, sameHold } from './ports/stock-table.ts';

/** How often a product is looked at again after a write that did not certainly happen, or found another level. */
export const mostRounds = 20;

type PutBack = { readonly answer: 'done' } | { readonly answer: 'unavailable'; readonly detail: string };

/**
 * Gives back what is held of a product for an attempt that is `released`. Where nothing is held, another turn begins all the
 * same: a hold that was judged before and is still on its way then does nothing.
 */
export async function putBack(
  sku: string,
  holder: Pick<Hold, 'orderId' | 'attempt'>,
  { table, signal }: { readonly table: StockTable; readonly signal: AbortSignal },
): Promise<PutBack> {
  for (let round = 0; round < mostRounds; round++) {
    const found = await table.level(sku, signal);
    if (found.answer === 'unavailable') return found;
    if (found.answer === 'nothing') return { answer: 'done' };
    const hold = found.item.holds.find((other) => sameHold(other, holder));
    const written = await table.change(
      sku,
      hold
        ? { drop: [hold], left: hold.quantity, sold: 0, turns: true }
        : { absent: [{ ...holder, quantity: 0, since: 0, part: false }], left: 0, sold: 0, turns: true },
      signal,
    );
    if (written.answer === 'written') return { answer: 'done' };
    if (written.answer === 'unavailable') return written;
  }
  return { answer: 'unavailable', detail: `others kept changing ${sku}` };
}
