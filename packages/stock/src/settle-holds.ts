import type { AttemptStanding } from '@order-workflow/stage-kit/order-store';
import type { AttemptNote, Hold, StockLevel } from './ports/stock-table.ts';
import { stockKey } from './stock-needs.ts';
import type { StockPorts } from './stock-ports.ts';

/** Milliseconds after which a hold is asked about. It never ends by that: its order may still be paid for after days. */
export const candidateAfterMs = 60_000;

/** Holds that are asked about at once, and that one write settles. */
const batch = 50;

/**
 * What came of asking about holds. `settled`: some have ended, and the product's level is another. `again`: somebody else changed
 * it meanwhile. `standing`: all that were asked about stay, of which so many pieces may still be given back, being parts of
 * orders whose other lines are not held yet.
 */
export type Settled =
  | { readonly answer: 'settled' | 'again' }
  | { readonly answer: 'standing'; readonly undecided: number }
  | { readonly answer: 'unavailable'; readonly detail: string };

/**
 * Asks the order store about holds of a product, by order and attempt: what is held for one that was fulfilled is sold, for one
 * that ended with nothing held it is given back, and for any other it stays. Before either is written to the product, the
 * attempt's note says so, so that whoever comes late under its key holds nothing.
 */
export async function settleHolds(level: StockLevel, holds: readonly Hold[], ports: StockPorts): Promise<Settled> {
  let undecided = 0;
  for (let from = 0; from < holds.length; from += batch) {
    const asked = holds.slice(from, from + batch);
    const fates = await Promise.all(asked.map((hold) => fateOf(hold, ports)));
    const lost = fates.find((fate) => typeof fate === 'object');
    if (lost) return lost;
    const of = (fate: Fate) => asked.filter((_, index) => fates[index] === fate);
    const [back, sold] = [of('gives-back'), of('sells')];
    if (back.length + sold.length > 0) {
      const written = await ports.table.change(
        level.sku,
        { turn: level.turn, drop: [...back, ...sold], left: pieces(back), sold: pieces(sold), turns: true },
        ports.signal,
      );
      if (written.answer === 'unavailable') return written;
      return { answer: written.answer === 'written' ? 'settled' : 'again' };
    }
    if (fates.includes('again')) return { answer: 'again' };
    undecided += pieces(of('undecided'));
  }
  return { answer: 'standing', undecided };
}

type Fate = 'gives-back' | 'sells' | 'stays' | 'undecided' | 'again' | (Settled & { readonly answer: 'unavailable' });

async function fateOf(hold: Hold, { table, orders, onHeldAfterEnd, signal }: StockPorts): Promise<Fate> {
  const key = stockKey(hold);
  const found = await table.note(key, signal);
  if (found.answer === 'unavailable') return found;
  const note = found.answer === 'found' ? found.item : undefined;
  if (note?.status === 'released') return 'gives-back';
  if (note?.status === 'sold') return 'sells';
  if (note?.status === 'returning') return 'stays';
  const answer = await orders.standingOf(hold.orderId, hold.attempt, signal);
  if (answer.answer === 'unavailable') return answer;
  const status = ended[answer.standing];
  if (status === undefined) return hold.part && note === undefined ? 'undecided' : 'stays';
  const written = await table.writeNote(key, { status, revision: (note?.revision ?? 0) + 1 }, note, signal);
  if (written.answer === 'unavailable') return written;
  if (written.answer !== 'written') return 'again';
  if (status === 'sold') return 'sells';
  onHeldAfterEnd?.();
  return 'gives-back';
}

const ended: Readonly<Record<AttemptStanding, AttemptNote['status'] | undefined>> = {
  unsettled: undefined,
  fulfilled: 'sold',
  'nothing-held': 'released',
};

function pieces(holds: readonly Hold[]): number {
  return holds.reduce((sum, { quantity }) => sum + quantity, 0);
}
