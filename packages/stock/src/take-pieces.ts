import { type StockLevel, sameHold } from './ports/stock-table.ts';
import { type AskedLine, holderOf, type StockNeeds } from './stock-needs.ts';
import type { StockPorts } from './stock-ports.ts';

/** Products that are read at once. */
const readsAtOnce = 25;

type Levels =
  | { readonly answer: 'levels'; readonly levels: ReadonlyMap<string, StockLevel> }
  | { readonly answer: 'unavailable'; readonly detail: string };

/** The levels of the products that an order asks for, by SKU, without those that the table does not have. */
export async function levelsOf(
  lines: readonly AskedLine[],
  { table, signal }: Pick<StockPorts, 'table' | 'signal'>,
): Promise<Levels> {
  const levels = new Map<string, StockLevel>();
  for (let from = 0; from < lines.length; from += readsAtOnce) {
    const batch = lines.slice(from, from + readsAtOnce);
    for (const found of await Promise.all(batch.map(({ sku }) => table.level(sku, signal)))) {
      if (found.answer === 'unavailable') return found;
      if (found.answer === 'found') levels.set(found.item.sku, found.item);
    }
  }
  return { answer: 'levels', levels };
}

/** The lines of an order for which nothing is held yet, in one order for all: of two orders of the same products, the first has both. */
export function missingLines(needs: StockNeeds, levels: ReadonlyMap<string, StockLevel>): readonly AskedLine[] {
  const holder = holderOf(needs);
  return needs.validation.lines
    .filter(({ sku }) => !levels.get(sku)?.holds.some((hold) => sameHold(hold, holder)))
    .toSorted((one, other) => (one.sku < other.sku ? -1 : 1));
}

type Taken = { readonly answer: 'taken' | 'again' } | { readonly answer: 'unavailable'; readonly detail: string };

/** One conditional write a product, in the turn that was read. Others that hold pieces of it at the same time do not disturb it. */
export async function takePieces(
  lines: readonly AskedLine[],
  levels: ReadonlyMap<string, StockLevel>,
  needs: StockNeeds,
  { table, clock, signal }: Pick<StockPorts, 'table' | 'clock' | 'signal'>,
): Promise<Taken> {
  const part = needs.validation.lines.length > 1;
  for (const { sku, quantity } of lines) {
    const add = { ...holderOf(needs), quantity, since: clock.now(), part };
    const turn = levels.get(sku)?.turn ?? 0;
    const written = await table.change(sku, { turn, add, left: -quantity, sold: 0, turns: false }, signal);
    if (written.answer === 'unavailable') return written;
    if (written.answer !== 'written') return { answer: 'again' };
  }
  return { answer: 'taken' };
}
