import { existsSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import * as z from 'zod/mini';
import { orderOfKey } from '../desk/order-of-key.ts';
import { readProductLevel } from '../desk/read-product-level.ts';
import type { OrderFacts } from './judge-pruning.ts';

type Stored = NonNullable<OrderFacts['stored']>;

/** What the tables of a folder say of orders, whichever workflow made them: items are known by their form. */
export interface ItemFacts {
  /** What the order store has, by the order's id. */
  readonly stored: ReadonlyMap<string, Stored & { readonly noticeId?: string }>;
  /** Orders for which pieces are held. */
  readonly holders: ReadonlySet<string>;
  /** Orders that the order API knows by a key that has not expired. */
  readonly withKey: ReadonlySet<string>;
}

/** What may go of the tables. */
export interface ForgottenItems {
  readonly orderIds: ReadonlySet<string>;
  /** The ids of their notices. */
  readonly noticeIds: ReadonlySet<string>;
  /** Seconds since the epoch: an item that expired before then is one that DynamoDB would have deleted. */
  readonly expiredBefore: number;
}

const text = z.object({ S: z.string() });
const number = z.object({ N: z.string() });
const itemSchema = z.object({
  ...{ id: z.optional(text), orderId: z.optional(text), status: z.optional(text), announced: z.optional(text) },
  ...{ ownerStartedAt: z.optional(text), expiresAt: z.optional(number) },
  ...{ notificationId: z.optional(text), notice: z.optional(z.object({ M: z.object({ id: text }) })) },
});
type Item = z.infer<typeof itemSchema>;

/** The items themselves, as dynalite keeps them, and what its indexes have of them. */
const itemsAlone = "key >= 'item-' AND key < 'item.'";
const withIndexes = `(${itemsAlone}) OR (key >= 'index-' AND key < 'index.')`;

/** @param now in milliseconds since the epoch */
export function readItemFacts(file: string, now: number): ItemFacts {
  const stored = new Map<string, Stored & { readonly noticeId?: string }>();
  const [holders, withKey] = [new Set<string>(), new Set<string>()];
  if (existsSync(file))
    for (const [, value] of entriesOf(file, itemsAlone)) {
      for (const { orderId } of readProductLevel(value)?.holds ?? []) holders.add(orderId);
      const { id, orderId, status, announced, ownerStartedAt, expiresAt, notice } = read(value);
      if (orderId === undefined) continue;
      if (expiresAt && id && Number(expiresAt.N) * 1000 > now) withKey.add(orderId.S);
      if (!status || !ownerStartedAt) continue;
      const since = Date.parse(ownerStartedAt.S);
      const standing = { status: status.S, announced: announced !== undefined, since };
      stored.set(orderId.S, { ...standing, ...(notice && { noticeId: notice.M.id.S }) });
    }
  return { stored, holders, withKey };
}

/** Erases items with what indexes have of them, and gives the place back; all of it, or nothing. Gives how many items there were. */
export function forgetItems(file: string, forgotten: ForgottenItems): number {
  if (!existsSync(file)) return 0;
  const keys = [...entriesOf(file, withIndexes)]
    .filter(([, value]) => goes(read(value), forgotten))
    .map(([key]) => key);
  const database = new DatabaseSync(file, { timeout: 5_000 });
  try {
    const erase = database.prepare('DELETE FROM entries WHERE key = ?');
    database.exec('BEGIN IMMEDIATE');
    for (const key of keys) erase.run(key);
    database.exec('COMMIT; VACUUM; PRAGMA wal_checkpoint(TRUNCATE);');
  } finally {
    database.close();
  }
  return keys.filter((key) => key.startsWith('item-')).length;
}

function goes({ id, orderId, notificationId, expiresAt }: Item, forgotten: ForgottenItems): boolean {
  const { orderIds, noticeIds, expiredBefore } = forgotten;
  if (expiresAt && Number(expiresAt.N) < expiredBefore) return true;
  if (notificationId) return noticeIds.has(notificationId.S);
  const owner = orderId?.S ?? orderOfKey(id?.S ?? '');
  return owner !== undefined && orderIds.has(owner);
}

function* entriesOf(file: string, where: string): Generator<readonly [key: string, value: unknown]> {
  const database = new DatabaseSync(file, { timeout: 5_000 });
  try {
    for (const row of database.prepare(`SELECT key, value FROM entries WHERE ${where}`).iterate())
      yield [String(row['key']), JSON.parse(String(row['value']))];
  } finally {
    database.close();
  }
}

function read(value: unknown): Item {
  return itemSchema.safeParse(value).data ?? {};
}
