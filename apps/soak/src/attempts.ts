import type { MessageLog, SimulatedWorld } from '@order-workflow/local';
import type { Order } from '@order-workflow/order-domain';
import type { ChargeRecord, ShipmentRecord } from '@order-workflow/simulators';
import { type EndedExecution, type EndedOrder, type LeftRecord, leftRecordOf } from './ended-order.ts';

/** An attempt at an order, and the execution that ended it: the one that made it, or, of a cancelled one, the cancellation. */
export interface Attempt {
  readonly number: number;
  readonly name: string;
  readonly order: Order;
  readonly record: LeftRecord;
  /** Of an attempt that was taken over. */
  readonly takenOver?: TakenOver;
}

export interface TakenOver {
  /** How often, at most. */
  readonly times: number;
  /** The ids of the cancellations that ended it. */
  readonly by: readonly string[];
  /** What the execution left that made it, where it came to its end all the same, or before. */
  readonly made?: LeftRecord | undefined;
}

/** What gateway and carrier have under the keys of an attempt. */
export interface AttemptBooks {
  readonly charges: readonly ChargeRecord[];
  /** Minor units that are charged and not given back. */
  readonly held: number;
  /** All that was ever asked for. */
  readonly shipments: readonly ShipmentRecord[];
  /** What has gone out or will. */
  readonly standing: readonly ShipmentRecord[];
}

/** The attempt that a record is of, by its receipts; undefined when it does not say, as one that was taken for a duplicate. */
export function attemptOfRecord(orderId: string, { validation, notification }: LeftRecord): number | undefined {
  return validation?.attempt ?? attemptOfKey(orderId, notification?.notificationId ?? '');
}

/** The attempts that executions of one order made or took over, as their records say, in order. */
export function attemptsOf(
  ended: readonly EndedOrder[],
  cancellations: readonly EndedExecution[] = [],
): readonly Attempt[] {
  const made = ended.flatMap((one): readonly Attempt[] => {
    const { order, name } = one;
    const record = leftRecordOf(one);
    const number = attemptOfRecord(order.orderId, record) ?? one.owned;
    const isAttempt = one.result.status === 'SUCCEEDED' && number !== undefined && !neverOwned(record);
    return isAttempt ? [{ number, name, order, record }] : [];
  });
  const [{ order: { orderId = '' } = {} } = {}] = ended;
  const takers = cancellations.flatMap((one) => {
    const record = leftRecordOf(one);
    const number = attemptOfRecord(orderId, record) ?? one.owned;
    return one.result.status === 'SUCCEEDED' && number && !neverOwned(record) ? [{ ...one, record, number }] : [];
  });
  const taken = [...Map.groupBy(takers, ({ number }) => number)].map(([number, all]) =>
    takenAttempt(
      number,
      all.toSorted((one, other) => one.result.stopDate.getTime() - other.result.stopDate.getTime()),
      made.find((one) => one.number === number),
      ended.find((one) => (attemptOfRecord(orderId, leftRecordOf(one)) ?? one.owned) === number),
    ),
  );
  const replaced = new Set(taken.flatMap(({ number }) => made.find((one) => one.number === number) ?? []));
  return [...made.filter((one) => !replaced.has(one)), ...taken].toSorted((one, other) => one.number - other.number);
}

type Taker = Omit<EndedExecution, 'history'> & { readonly record: LeftRecord };

function takenAttempt(
  number: number,
  takers: readonly Taker[],
  made: Attempt | undefined,
  worker: EndedOrder | undefined,
): Attempt {
  const enders = takers.filter(({ record }) => record.outcome !== 'duplicate');
  // Where all were refused at their notice, a later attempt has begun since: what they did is undone, whatever was made.
  const { name, record } = enders.at(-1) ?? (takers.at(-1) as Taker);
  const order = worker?.order ?? (record.order as Order);
  const takenOver = { times: takers.length, by: enders.map(({ id }) => id), made: made?.record };
  return { number, name, order, record, takenOver };
}

/** Whoever is refused at the notice alone had an attempt, and another has followed, or a cancellation. */
function neverOwned({ outcome, failure }: LeftRecord): boolean {
  return (outcome === 'duplicate' && failure?.stage !== 'notification') || outcome === undefined;
}

export function attemptBooks(
  { gateway, carrier }: Pick<SimulatedWorld, 'gateway' | 'carrier'>,
  orderId: string,
  attempt: number,
): AttemptBooks {
  const begin = keysBegin(orderId, attempt);
  const charges = gateway.ledger.charges().filter(({ key }) => key === `${begin}-charge`);
  const shipments = carrier.ledger.history().filter(({ key }) => key === `${begin}-ship`);
  const holding = charges.filter(({ status }) => status === 'charged' || status === 'refunding');
  return {
    charges,
    held: holding.reduce((sum, { amount }) => sum + (amount?.amount ?? 0), 0),
    shipments,
    standing: shipments.filter(({ status }) => status === 'booked' || status === 'departed'),
  };
}

/** The notices of an attempt that were published. */
export function noticesOf(messages: Pick<MessageLog, 'published'>, orderId: string, attempt: number) {
  return messages
    .published()
    .filter(({ attributes }) => attributes['notificationId']?.startsWith(`${keysBegin(orderId, attempt)}-notice-`));
}

/** How each key of an attempt begins: `order-12345`, then `order-12345.2`. */
export function keysBegin(orderId: string, attempt: number): string {
  return `order-${orderId}${attempt === 1 ? '' : `.${attempt}`}`;
}

/** The attempt of a key that is of this order; undefined when it is of none. */
export function attemptOfKey(orderId: string, key: string): number | undefined {
  const begin = `order-${orderId}`;
  if (!key.startsWith(begin)) return undefined;
  const [, attempt] = /^(?:\.([2-9]|[1-9]\d+))?-/.exec(key.slice(begin.length)) ?? [];
  if (attempt !== undefined) return Number(attempt);
  return key.startsWith(`${begin}-`) ? 1 : undefined;
}

/** How often money was taken, or a parcel was, under the keys of an attempt. */
export function effectsOf(
  { gateway, carrier }: Pick<SimulatedWorld, 'gateway' | 'carrier'>,
  orderId: string,
  attempt: number,
): number {
  const taking = new Set(['charged', 'booked']);
  return [...gateway.ledger.journal(), ...carrier.ledger.journal()].filter(
    (entry) => entry.kind === 'effect' && taking.has(entry.effect) && attemptOfKey(orderId, entry.key) === attempt,
  ).length;
}
