import type { StoredOrder } from '../check-store.ts';
import type { Item } from '../lean-expressions.ts';
import { shelf } from '../shelf.ts';
import { allPieces, readStockItem, type StockItem, stockKeyOf, untouchedStock } from './stock-item.ts';

type Level = Extract<StockItem, { readonly kind: 'level' }>;
type Note = Extract<StockItem, { readonly kind: 'note' }>;

/** How much there was of a product at a moment: on the shelf, and in all that a buyer may have. */
interface Seen {
  readonly left: number;
  readonly free: number;
}

/** What a person would note who stood beside the table of stock, from write to write. */
export interface StockBooks {
  /** So many pieces of each product that the shop sells are put in. */
  putIn(pieces: number, put: (item: Item) => void): void;
  /** A function begins to work on an attempt. */
  begins(work: 'reserves' | 'releases', orderId: string, attempt: number): void;
  wrote(item: Item): void;
  /** What has been wrong so far, in words. */
  readonly problems: readonly string[];
  /** How each product stands. */
  readonly levels: ReadonlyMap<string, Level>;
  clear(): void;
}

/** `orderOf` reads what the table of orders has at this moment. */
export function createStockBooks(orderOf: (orderId: string) => StoredOrder | undefined): StockBooks {
  const problems: string[] = [];
  const levels = new Map<string, Level>();
  const notes = new Map<string, Note>();
  /** By attempt: what could be had of each product since it was first worked on, and whether it is being undone. */
  const reserving = new Map<string, Map<string, Seen[]>>();
  const releasing = new Set<string>();
  const keys = new Map<string, { readonly orderId: string; readonly attempt: number }>();
  let inAll = 0;
  const expect = (holds: boolean, promise: string) => void (holds || problems.push(`stock: not kept: ${promise}`));

  /** How an attempt stands by the table of orders: only what it says is over is over. */
  function standing(key: string): 'fulfilled' | 'nothing-held' | 'unsettled' {
    const { orderId, attempt } = keys.get(key) ?? { orderId: '', attempt: 0 };
    const order = orderOf(orderId);
    if (!order || order.attempt < attempt) return 'unsettled';
    if (order.attempt > attempt || overWithNothing.has(order.status)) return 'nothing-held';
    return order.status === 'fulfilled' ? 'fulfilled' : 'unsettled';
  }

  function levelWritten(level: Level): void {
    const { sku, left, holds } = level;
    const before = levels.get(sku);
    expect(
      allPieces(level) === inAll && left >= 0,
      `left, held and sold of ${sku} are ${inAll}: ${JSON.stringify(level)}`,
    );
    for (const { key } of before?.holds ?? []) {
      const status = notes.get(key)?.status;
      if (!holds.some((hold) => hold.key === key))
        expect(
          status === 'released' || status === 'sold',
          `a hold ends by the note of its attempt: ${key} is ${status}`,
        );
    }
    levels.set(sku, level);
    for (const seen of reserving.values()) seen.get(sku)?.push(see(level));
  }

  function noteWritten(note: Note): void {
    const { key, status, reasons } = note;
    notes.set(key, note);
    // It may be cancelled since it was asked about, and then its undo finds that it was sold.
    if (status === 'sold') expect(standing(key) !== 'nothing-held', `only what was fulfilled is sold: ${key}`);
    if (status !== 'released') return;
    for (const reason of reasons)
      expect(wasShort(key, reason), `nobody is turned away while a piece is free: ${key}: ${reason}`);
    const isOver = reasons.length > 0 || releasing.has(key) || standing(key) === 'nothing-held';
    expect(isOver, `what is held for an order that goes on is never given away: ${key}`);
  }

  /** Whether there was less than was asked for at some moment since the attempt was first worked on. */
  function wasShort(key: string, reason: string): boolean {
    const [, sku = '', left = '0', wanted = '1'] =
      /\((SKU\d+)\)(?:: (\d+) of (\d+) left| is out of stock)/.exec(reason) ?? [];
    const seen = reserving.get(key)?.get(sku) ?? [];
    return Number(left) < Number(wanted) && seen.some((had) => had.left === Number(left) && had.free < Number(wanted));
  }

  /** What could be had of a product at this moment: what is left, and what is held for orders that have ended by now. */
  function see({ left, holds }: Level): Seen {
    const ended = holds.filter(({ key }) => standing(key) === 'nothing-held');
    return { left, free: left + ended.reduce((sum, { quantity }) => sum + quantity, 0) };
  }

  function clear(): void {
    for (const kept of [levels, notes, reserving, releasing, keys]) kept.clear();
    problems.length = 0;
  }

  return {
    problems,
    levels,
    clear,
    putIn(pieces, put) {
      inAll = pieces;
      for (const sku of Object.keys(shelf)) put(untouchedStock(sku, pieces));
    },
    begins(work, orderId, attempt) {
      const key = stockKeyOf(orderId, attempt);
      keys.set(key, { orderId, attempt });
      if (work === 'releases') releasing.add(key);
      else if (!reserving.has(key)) reserving.set(key, new Map([...levels].map(([sku, level]) => [sku, [see(level)]])));
    },
    wrote(item) {
      const read = readStockItem(item);
      if (read.kind === 'level') levelWritten(read);
      else noteWritten(read);
    },
  };
}

/** How an order stands in the table whose last attempt has ended with nothing held. */
const overWithNothing: ReadonlySet<string> = new Set(['rejected', 'declined', 'refunded', 'cancelled']);
