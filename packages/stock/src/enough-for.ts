import type { Hold, StockLevel } from './ports/stock-table.ts';
import { candidateAfterMs, settleHolds } from './settle-holds.ts';
import type { AskedLine } from './stock-needs.ts';
import type { StockPorts } from './stock-ports.ts';

/** Whoever finds so many holds, or a multiple of it, asks about twice as many on the way: they do not pile up, and few wait for it. */
const tidiedAt = 25;

/** Milliseconds after which a hold is old: of those each buyer asks about one, so that none is forgotten where few buy. */
const oldAfterMs = 24 * 60 * 60 * 1000;

/** Holds of one product at most, so that its item stays below DynamoDB's 400 KB. */
const mostHolds = 2_000;

type Enough =
  | { readonly answer: 'enough' | 'again' }
  | { readonly answer: 'short'; readonly reasons: readonly string[] }
  | { readonly answer: 'unavailable'; readonly detail: string };

/**
 * Whether there is enough of every product. Nobody is turned away before the holds of what is missing were asked about: a piece
 * whose order has ended with nothing held is given back by whoever needs it.
 *
 * @param tidies whether some holds are asked about, too, where there is enough and there are many
 */
export async function enoughFor(
  wanted: readonly AskedLine[],
  levels: ReadonlyMap<string, StockLevel>,
  tidies: boolean,
  ports: StockPorts,
): Promise<Enough> {
  const reasons: string[] = [];
  for (const line of wanted) {
    const found = await enoughOf(line, levels.get(line.sku), tidies, ports);
    if (found.answer === 'unavailable' || found.answer === 'again') return found;
    if (found.answer === 'short') reasons.push(...found.reasons);
  }
  return reasons.length > 0 ? { answer: 'short', reasons } : { answer: 'enough' };
}

async function enoughOf(
  { sku, title, quantity }: AskedLine,
  level: StockLevel | undefined,
  tidies: boolean,
  ports: StockPorts,
): Promise<Enough> {
  const none: Enough = { answer: 'short', reasons: [`${title} (${sku}) is out of stock`] };
  if (!level) return none;
  const { left, holds } = level;
  const full = holds.length >= mostHolds;
  if (left >= quantity && !full) return { answer: tidies && (await tidy(level, ports)) ? 'again' : 'enough' };
  const asked = await settleHolds(level, candidates(level, ports.clock.now()), ports);
  if (asked.answer === 'unavailable') return asked;
  if (asked.answer !== 'standing') return { answer: 'again' };
  if (full) return { answer: 'unavailable', detail: `${mostHolds} orders of ${sku} are under way` };
  if (asked.undecided > 0 && left + asked.undecided >= quantity)
    return { answer: 'unavailable', detail: `it is not decided yet who has the last of ${sku}` };
  if (left === 0) return none;
  return { answer: 'short', reasons: [`${title} (${sku}): ${left} of ${quantity} left`] };
}

/** The oldest first. Parts of orders are asked about at any age: they may be given back before their order has begun. */
function candidates({ holds }: StockLevel, now: number): readonly Hold[] {
  const asked = holds.filter(({ since, part }) => part || now - since >= candidateAfterMs);
  return asked.toSorted((one, other) => one.since - other.since);
}

/** Asks about some holds where there are many, and about an old one; whether the level is another then. What cannot be asked now waits. */
async function tidy(level: StockLevel, ports: StockPorts): Promise<boolean> {
  const some = untidy(level, ports.clock.now());
  if (some.length === 0) return false;
  const { answer } = await settleHolds(level, some, ports);
  return answer === 'settled' || answer === 'again';
}

/** Not always the same, of which all may wait for a transfer. */
function untidy({ holds }: StockLevel, now: number): readonly Hold[] {
  if (holds.length > 0 && holds.length % tidiedAt === 0) {
    const from = now % holds.length;
    return [...holds.slice(from), ...holds].slice(0, Math.min(2 * tidiedAt, holds.length));
  }
  const old = holds.filter(({ since }) => now - since >= oldAfterMs);
  return old.slice(now % Math.max(1, old.length)).slice(0, 1);
}
