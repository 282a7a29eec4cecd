import { instant } from '@order-workflow/order-domain';
import { type Decision, fail, leave } from '@order-workflow/stage-kit';
import { enoughFor } from './enough-for.ts';
import type { AttemptNote } from './ports/stock-table.ts';
import { mostRounds, putBack } from './put-back.ts';
import type { ReservationReceipt } from './reserve-stock-stage.ts';
import { StockShort, StockUnavailable } from './stock-failures.ts';
import { holderOf, type StockNeeds, stockKey } from './stock-needs.ts';
import type { StockPorts } from './stock-ports.ts';
import { levelsOf, missingLines, takePieces } from './take-pieces.ts';

type Holding = Decision<ReservationReceipt, StockShort | StockUnavailable>;

/** What a round wants the attempt's note to say, or what keeps it from that. */
type Round =
  | { readonly answer: 'writes'; readonly note: Pick<AttemptNote, 'status' | 'reasons'> }
  | { readonly answer: 'again' }
  | { readonly answer: 'unavailable'; readonly detail: string };

/**
 * Holds all pieces of an attempt at an order, or none, once, however often and late it is asked. The levels are read before the
 * note, and a hold is written only in the turn that was read: who releases the attempt writes its note, and then begins another
 * turn. What is held counts once the note says so; whoever finds another note has lost.
 */
export async function holdPieces(needs: StockNeeds, ports: StockPorts): Promise<Holding> {
  const { table, clock, signal } = ports;
  const reference = stockKey(holderOf(needs));
  const away = (detail: string) => fail(new StockUnavailable(`${reference}: ${detail}.`));
  for (let round = 0; round < mostRounds; round++) {
    const read = await levelsOf(needs.validation.lines, ports);
    if (read.answer === 'unavailable') return away(read.detail);
    const found = await table.note(reference, signal);
    if (found.answer === 'unavailable') return away(found.detail);
    if (found.answer === 'found') {
      const { status } = found.item;
      if (status === 'held' || status === 'sold')
        return leave({ status: 'reserved', reference, reservedAt: instant(clock.now()) });
      return turnAway(needs, found.item, ports);
    }
    const next = await decide(needs, read.levels, round === 0, ports);
    if (next.answer === 'unavailable') return away(next.detail);
    if (next.answer === 'again') continue;
    // Whether it was written, or another note was, the next round reads.
    const written = await table.writeNote(reference, { ...next.note, revision: 1 }, undefined, signal);
    if (written.answer === 'unavailable') return away(written.detail);
  }
  return away('others kept changing what it needs');
}

async function decide(
  needs: StockNeeds,
  levels: Parameters<typeof missingLines>[1],
  tidies: boolean,
  ports: StockPorts,
): Promise<Round> {
  const missing = missingLines(needs, levels);
  const enough = await enoughFor(missing, levels, tidies, ports);
  if (enough.answer === 'unavailable') return enough;
  if (enough.answer === 'again') return { answer: 'again' };
  if (enough.answer === 'short') return { answer: 'writes', note: { status: 'released', reasons: enough.reasons } };
  const taken = await takePieces(missing, levels, needs, ports);
  if (taken.answer === 'unavailable') return taken;
  return taken.answer === 'taken' ? { answer: 'writes', note: { status: 'held' } } : { answer: 'again' };
}

/** An attempt that was rejected, or undone before. What it got of it is given back before anybody is told. */
async function turnAway(needs: StockNeeds, { status, reasons }: AttemptNote, ports: StockPorts): Promise<Holding> {
  const holder = holderOf(needs);
  if (status === 'released')
    for (const { sku } of needs.validation.lines) {
      const back = await putBack(sku, holder, ports);
      if (back.answer === 'unavailable') return fail(new StockUnavailable(`${stockKey(holder)}: ${back.detail}.`));
    }
  return fail(new StockShort(reasons ?? ['This order was cancelled before: please place a new order.']));
}
