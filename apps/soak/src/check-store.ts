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
  /** Who cancelled the order before anything of it came. */
  readonly leftBy: readonly string[];
  /** Whether anything came of the order at all. */
  readonly came: boolean;
}

/** What must hold of the store when everything has ended: it says what the books say, and whose the order was. */
export function checkStore(orderId: string, checks: StoreChecks): readonly string[] {
  const { item, attempts, books, arnOf, notices } = checks;
  const last = attempts.at(-1);
  if (!last && (item?.attempt === 0 || !checks.came)) return checkUnplaced(orderId, checks);
  if (!item || !last) return [`${orderId}: not kept: the store has the order, and an execution made its attempt`];
  const { record } = last;
  const kept = JSON.parse(item.record) as { readonly attempt?: number; readonly order?: unknown };
  const published = notices.filter(({ attributes }) => attributes['notificationId'] === item.notice?.id);
  const promises: Record<string, boolean> = {
    [`the store says ${item.status}, the books ${books.held}`]: (item.status === 'fulfilled') === books.held > 0,
    [`the store says ${item.status}, the record ${record.outcome}`]: item.status === record.outcome,
    [`the store has attempt ${item.attempt} of ${last.number}`]: item.attempt === last.number,
    'the store names the owner': (last.takenOver?.by ?? [arnOf(last.name)]).includes(item.ownerId),
    'the store knows what each attempt asked for': item.fingerprints.length === item.attempt,
    'the store keeps what an undo must know':
      kept.attempt === item.attempt && (kept.order === undefined || isDeepStrictEqual(kept.order, last.order)),
    'the store knows the notice': published.length > 0,
    // That a cancellation was in vain is said once for each, so it may have had other numbers before.
    'the notice has the number of the store':
      Math.max(...published.map(({ attributes }) => Number(attributes['sequence']))) === item.notice?.sequence ||
      published.length === 0,
  };
  return Object.entries(promises).flatMap(([promise, isKept]) => (isKept ? [] : [`${orderId}: not kept: ${promise}`]));
}

/** Of an order that was cancelled before it came, or that nothing but a wrong cancellation ever named, nothing is there. */
function checkUnplaced(orderId: string, { item, books, notices, leftBy }: StoreChecks): readonly string[] {
  const isLeft = item
    ? item.status === 'cancelled' && leftBy.includes(item.ownerId) && item.notice === undefined
    : leftBy.length === 0;
  const isNothing = books.charges.length === 0 && books.shipments.length === 0 && notices.length === 0;
  return isLeft && isNothing ? [] : [`${orderId}: not kept: an order that is cancelled before it comes is nothing`];
}
