import type { MessageLog, SimulatedWorld } from '@order-workflow/local';
import type { Order } from '@order-workflow/order-domain';
import type { ChargeRecord, ShipmentRecord } from '@order-workflow/simulators';
import { attemptOfKey, keysBegin } from './attempt-key.ts';
import type { EndedOrder, LeftRecord } from './ended-order.ts';

/** An attempt at an order, and the execution that made it. */
export interface Attempt {
  readonly number: number;
  readonly name: string;
  readonly order: Order;
  readonly record: LeftRecord;
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

/** The attempts that executions of one order made, as their records say, in order. */
export function attemptsOf(ended: readonly EndedOrder[]): readonly Attempt[] {
  const made = ended.flatMap(
    (one): readonly (Omit<Attempt, 'number'> & { number: number | undefined; ended: EndedOrder })[] => {
      const { order, name, result } = one;
      const record = (result.output ?? {}) as LeftRecord;
      const number = attemptOfRecord(order.orderId, record);
      const isAttempt = result.status === 'SUCCEEDED' && (number !== undefined || !neverOwned(record));
      return isAttempt ? [{ number, name, order, record, ended: one }] : [];
    },
  );
  const known = new Set(made.map(({ number }) => number));
  // Of an order that was rejected, and whose notice was not published, the record does not say which attempt it was.
  const missing = Array.from({ length: made.length }, (_, index) => index + 1).filter((number) => !known.has(number));
  return made
    .toSorted((one, other) => judgedAt(one.ended) - judgedAt(other.ended))
    .map(({ ended: _, number = missing.shift() ?? 0, ...attempt }) => ({ ...attempt, number }))
    .toSorted((one, other) => one.number - other.number);
}

/** Whoever is refused at the notice alone had an attempt, and another has followed. */
function neverOwned({ outcome, failure }: LeftRecord): boolean {
  return outcome === 'duplicate' && failure?.stage !== 'notification';
}

/** When the first stage had its say for good. */
function judgedAt({ history }: EndedOrder): number {
  const entered = history.find(({ type }) => type === 'TaskStateEntered');
  const first = entered?.['stateEnteredEventDetails']?.['name'];
  const exited = history.findLast(
    ({ type, stateExitedEventDetails: details }) => type === 'TaskStateExited' && details?.['name'] === first,
  );
  return exited?.timestamp.getTime() ?? 0;
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
