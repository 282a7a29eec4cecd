import { instant } from '@order-workflow/order-domain';
import { type Decision, fail, leave } from '@order-workflow/stage-kit';
import { type AttemptNote, type Found, sameHold } from './ports/stock-table.ts';
import { mostRounds, putBack } from './put-back.ts';
import type { ReleaseReceipt } from './release-stock-stage.ts';
import { StockUnavailable } from './stock-failures.ts';
import { type AskedLine, holderOf, type StockNeeds, stockKey } from './stock-needs.ts';
import type { StockPorts } from './stock-ports.ts';

/**
 * Makes sure that nothing is held for an attempt at an order, now or later: whether it was never asked for, is held, was sold and is
 * cancelled now, or was released before. The note says `released` first, for ever, so whoever comes later holds nothing.
 */
export async function releasePieces(
  needs: StockNeeds,
  ports: Omit<StockPorts, 'orders'>,
): Promise<Decision<ReleaseReceipt, StockUnavailable>> {
  const { clock } = ports;
  const reference = stockKey(holderOf(needs));
  const still = (detail: string) => fail(new StockUnavailable(`${reference}: ${detail}; pieces may still be held.`));
  for (let round = 0; round < mostRounds; round++) {
    const found = await ports.table.note(reference, ports.signal);
    if (found.answer === 'unavailable') return still(found.detail);
    const step = await stepOn(found, needs, ports);
    if (step.answer === 'unavailable') return still(step.detail);
    if (step.answer === 'released') {
      for (const { sku } of needs.validation.lines) {
        const back = await putBack(sku, holderOf(needs), ports);
        if (back.answer === 'unavailable') return still(back.detail);
      }
      return leave({ status: 'released', reference, settledAt: instant(clock.now()) });
    }
  }
  return still('others kept changing its note');
}

type Step = { readonly answer: 'released' | 'go-on' } | { readonly answer: 'unavailable'; readonly detail: string };

/** Brings the note one step further. What was sold is held again first: then it is given back as all else is. */
async function stepOn(
  found: Exclude<Found<AttemptNote>, { answer: 'unavailable' }>,
  needs: StockNeeds,
  ports: Omit<StockPorts, 'orders'>,
): Promise<Step> {
  const note = found.answer === 'found' ? found.item : undefined;
  if (note?.status === 'released') return { answer: 'released' };
  if (note?.status === 'returning')
    for (const line of needs.validation.lines) {
      const again = await holdAgain(line, needs, ports);
      if (again.answer !== 'released') return again;
    }
  const status = note?.status === 'sold' ? 'returning' : 'released';
  const next = { status, revision: (note?.revision ?? 0) + 1 } as const;
  const written = await ports.table.writeNote(stockKey(holderOf(needs)), next, note, ports.signal);
  if (written.answer === 'unavailable') return written;
  return { answer: written.answer === 'written' && status === 'released' ? 'released' : 'go-on' };
}

/** Moves what was sold of a product back to what is held, once; who still wants to sell it finds another turn. */
async function holdAgain(
  { sku, quantity }: AskedLine,
  needs: StockNeeds,
  { table, clock, signal }: Omit<StockPorts, 'orders'>,
): Promise<Step> {
  const holder = holderOf(needs);
  const found = await table.level(sku, signal);
  if (found.answer === 'unavailable') return found;
  if (found.answer === 'nothing') return { answer: 'released' };
  const { turn, holds } = found.item;
  const hold = holds.find((other) => sameHold(other, holder));
  const written = await table.change(
    sku,
    hold
      ? { turn, present: [hold], left: 0, sold: 0, turns: true }
      : { turn, add: { ...holder, quantity, since: clock.now(), part: false }, left: 0, sold: -quantity, turns: true },
    signal,
  );
  if (written.answer === 'unavailable') return written;
  return { answer: written.answer === 'written' ? 'released' : 'go-on' };
}
