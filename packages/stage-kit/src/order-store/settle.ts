import type { OrderItem } from './order-item.ts';
import type { Unavailable } from './order-store.ts';
import type { OrderTable } from './order-table.ts';

/** How often an item is read and judged again after a write that did not certainly happen. */
const mostRounds = 3;

/** What follows from an item: an answer, which holds once `write` is written where there is one. */
export interface Judged<Answer> {
  readonly write?: OrderItem;
  /** How often it is judged again, where that is not three times. */
  readonly rounds?: number;
  readonly answer: Answer;
}

/** Where to begin: with what the item probably is, which saves a read, or by reading it. */
export type Beginning = { readonly assumed: OrderItem | undefined } | 'read-first';

/**
 * Brings an item to where `judge` wants it, by compare-and-set. Nothing is written twice blindly: after a write that
 * failed its check, or whose answer was lost, the item is read consistently and judged again, so that what was written
 * after all is found. Three times at most, then the store counts as unavailable.
 */
export async function settle<Answer>(
  table: OrderTable,
  orderId: string,
  signal: AbortSignal,
  beginning: Beginning,
  judge: (found: OrderItem | undefined) => Judged<Answer>,
): Promise<Answer | Unavailable> {
  const read = async () => {
    const answer = await table.read(orderId, signal);
    if (answer.answer === 'unavailable') return answer;
    return { answer: 'found', item: answer.answer === 'item' ? answer.item : undefined } as const;
  };
  let found = beginning === 'read-first' ? await read() : ({ answer: 'found', item: beginning.assumed } as const);
  let why = '';
  for (let round = 0; ; round++) {
    if (found.answer === 'unavailable') return found;
    const { write, rounds = mostRounds, answer } = judge(found.item);
    if (!write) return answer;
    if (round >= rounds) return { answer: 'unavailable', detail: `gave up: ${why}` };
    const written = await table.writeIf(write, found.item, signal);
    if (written.answer === 'written') return answer;
    if (written.answer === 'unavailable') return written;
    why = written.answer === 'lost' ? written.detail : 'others changed the order';
    found = await read();
  }
}
