import { isDeepStrictEqual } from 'node:util';
import type { CustomerMessage } from '@order-workflow/local';
import type { Attempt, AttemptBooks } from './attempts.ts';

/** What the table of orders has of one, read by nothing of the workflow's. */
export interface StoredOrder {
  readonly orderId: string;
  readonly ownerId: string;
  readonly attempt: number;
  readonly status: string;
  readonly fingerprints: readonly string[];
  /** JSON */
  readonly record: string;
  readonly notice?: { readonly id: string; readonly sequence: number; readonly state: string };
}

type Value = { readonly [type in 'S' | 'N' | 'L' | 'M']?: unknown };

/** An item in DynamoDB's JSON as plain values. */
export function readStored(item: unknown): StoredOrder {
  return plain({ M: item }) as StoredOrder;
}

function plain({ S, N, L, M }: Value): unknown {
  if (N !== undefined) return Number(N);
  if (L !== undefined) return (L as readonly Value[]).map(plain);
  if (M !== undefined)
    return Object.fromEntries(Object.entries(M as object).map(([name, part]) => [name, plain(part)]));
  return S;
}

interface StoreChecks {
  readonly item: StoredOrder | undefined;
  readonly attempts: readonly Attempt[];
  /** Of the attempt that the store says is the last. */
  readonly books: AttemptBooks;
  readonly arnOf: (name: string) => string;
  readonly notices: readonly CustomerMessage[];
}

/** What must hold of the store when everything has ended: it says what the books say, and whose the order was. */
export function checkStore(orderId: string, checks: StoreChecks): readonly string[] {
  const { item, attempts, books, arnOf, notices } = checks;
  const last = attempts.at(-1);
  if (!item || !last) return [`${orderId}: not kept: the store has the order, and an execution made its attempt`];
  const { record } = last;
  const kept = JSON.parse(item.record) as { readonly attempt?: number; readonly order?: unknown };
  const published = notices.filter(({ attributes }) => attributes['notificationId'] === item.notice?.id);
  const promises: Record<string, boolean> = {
    [`the store says ${item.status}, the books ${books.held}`]: (item.status === 'fulfilled') === books.held > 0,
    [`the store says ${item.status}, the record ${record.outcome}`]: item.status === record.outcome,
    [`the store has attempt ${item.attempt} of ${last.number}`]: item.attempt === last.number,
    'the store names the owner': item.ownerId === arnOf(last.name),
    'the store knows what each attempt asked for': item.fingerprints.length === item.attempt,
    'the store keeps what an undo must know':
      kept.attempt === item.attempt && (kept.order === undefined || isDeepStrictEqual(kept.order, last.order)),
    'the store knows the notice': published.length > 0,
    'the notice has the number of the store': published.every(
      ({ attributes }) => attributes['sequence'] === String(item.notice?.sequence),
    ),
  };
  return Object.entries(promises).flatMap(([promise, isKept]) => (isKept ? [] : [`${orderId}: not kept: ${promise}`]));
}
