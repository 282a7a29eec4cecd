/** Pieces of a product that are held for an attempt at an order. */
export interface Hold {
  readonly orderId: string;
  /** Of the order; 1 for the first. */
  readonly attempt: number;
  readonly quantity: number;
  /** Milliseconds since the epoch. */
  readonly since: number;
  /** One of several lines: until the others are held as well, it may still be given back. */
  readonly part: boolean;
}

/** What there is of a product. */
export interface StockLevel {
  readonly sku: string;
  /** Pieces that anybody may have. */
  readonly left: number;
  /** Pieces of orders that were fulfilled, once somebody asked. */
  readonly sold: number;
  /** How often anything but a new hold was written. What was judged in an earlier turn is out of date. */
  readonly turn: number;
  readonly holds: readonly Hold[];
}

/**
 * One change of a product's level, all of it or nothing: if what it needs is so, pieces move between `left`, holds and `sold`.
 * `left` never becomes negative.
 */
export interface LevelChange {
  /** The turn in which it was judged; any unless given. */
  readonly turn?: number;
  /** Holds that must be there. */
  readonly present?: readonly Hold[];
  /** Holds that must not be there. */
  readonly absent?: readonly Hold[];
  readonly add?: Hold;
  /** These holds are present. */
  readonly drop?: readonly Hold[];
  /** Pieces that are added. */
  readonly left: number;
  /** Pieces that are added. */
  readonly sold: number;
  /** Whether another turn begins, so that whatever was judged before and has not arrived yet does nothing. */
  readonly turns: boolean;
}

/**
 * How far what is held for an attempt at an order has come; there is none until all of it is held. `held`: all of it is. `sold`:
 * the order was fulfilled. `returning`: it was, and is undone. `released`: nothing is held for it, now or later.
 */
export interface AttemptNote {
  readonly status: 'held' | 'sold' | 'returning' | 'released';
  /** How often it was written. */
  readonly revision: number;
  /** Of one that was rejected: why, in sentences for the customer. */
  readonly reasons?: readonly string[] | undefined;
}

/** The table could not be asked, or has certainly not written. */
interface Unavailable {
  readonly answer: 'unavailable';
  /** For operators; without personal data. */
  readonly detail: string;
}

export type Found<Item> =
  | { readonly answer: 'found'; readonly item: Item }
  | { readonly answer: 'nothing' }
  | Unavailable;

export type Written =
  | { readonly answer: 'written' }
  /** What it needs is not so; nothing was written. */
  | { readonly answer: 'changed' }
  /** No answer came: it may have been written, or may be yet. */
  | { readonly answer: 'lost'; readonly detail: string }
  | Unavailable;

/**
 * Levels and notes, read consistently and written one at a time under a condition. It decides nothing. What does not pass by
 * itself (no such table, no permission, an item that cannot be read) is thrown.
 */
export interface StockTable {
  level(sku: string, signal: AbortSignal): Promise<Found<StockLevel>>;
  /** Begins a product that the table does not have. */
  begin(sku: string, left: number, signal: AbortSignal): Promise<Written>;
  change(sku: string, change: LevelChange, signal: AbortSignal): Promise<Written>;
  note(key: string, signal: AbortSignal): Promise<Found<AttemptNote>>;
  /** Writes a note if the stored one has the revision of `found`, or if there is none, where none was found. */
  writeNote(key: string, note: AttemptNote, found: AttemptNote | undefined, signal: AbortSignal): Promise<Written>;
}

/** What tells the holds of a product apart. */
export function sameHold(one: Pick<Hold, 'orderId' | 'attempt'>, other: Pick<Hold, 'orderId' | 'attempt'>): boolean {
  return one.orderId === other.orderId && one.attempt === other.attempt;
}
