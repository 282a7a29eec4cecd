import type { HistoryEvent } from '@order-workflow/asl-engine';
import type { MessageLog, SimulatedWorld } from '@order-workflow/local';
import type { ChargeRecord } from '@order-workflow/simulators';
import { attemptBooks, attemptOfKey, attemptOfRecord, keysBegin, noticesOf } from './attempts.ts';
import { dueOf } from './due.ts';
import { type EndedExecution, type EndedOrder, type LeftRecord, leftRecordOf } from './ended-order.ts';
import { noticeKind, outcomeOfKind, toldBefore } from './notice-kind.ts';

/** What must hold when an execution ends that nobody stopped, however much is still broken. `mayFail`: the states in which. */
export function checkEnding(
  { name, result, history }: Pick<EndedExecution, 'name' | 'result' | 'history'>,
  mayFail: ReadonlySet<string>,
): readonly string[] {
  if (result.status === 'SUCCEEDED' || result.status === 'ABORTED') return [];
  const state = lastState(history);
  return result.status === 'FAILED' && mayFail.has(state)
    ? []
    : [`${name}: ${result.status} at ${state} (${result.error}), where no person is to act`];
}

/**
 * What must hold in the end of an execution that made an attempt: the ledgers are right, the record says what they say, and
 * the customer was told. An attempt that another has followed need not have been told of.
 */
export function checkLedgers(
  { order, result }: Pick<EndedOrder, 'order' | 'result'>,
  world: Pick<SimulatedWorld, 'gateway' | 'carrier'>,
  messages: Pick<MessageLog, 'published'>,
  { attempt = attemptOfRecord(order.orderId, leftRecordOf({ result })) ?? 1, isLast = true, takenOver = false } = {},
): readonly string[] {
  const { orderId } = order;
  const record = leftRecordOf({ result });
  const begin = keysBegin(orderId, attempt);
  const books = attemptBooks(world, orderId, attempt);
  const { held, standing } = books;
  const charges = withoutBlocksAfter('declined', books.charges);
  const made = (entries: readonly JournalEntry[], effect: string, operation: string) =>
    entries.filter((entry) => entry.effect === effect && entry.key === `${begin}-${operation}`).length;
  const charged = made(world.gateway.ledger.journal(), 'charged', 'charge');
  const booked = made(world.carrier.ledger.journal(), 'booked', 'ship');
  const fulfilled = record.outcome === 'fulfilled';
  const [charge] = charges;
  const shipments = withoutBlocksAfter('refused', books.shipments);
  const notices = noticesOf(messages, orderId, attempt);
  const kinds = new Set(
    notices.map(({ attributes }) => attributes['notificationId']?.replace(/^.*-notice-/, '') ?? ''),
  );
  const told = new Set(takenOver ? [...kinds].filter((kind) => !toldBefore.includes(kind)) : kinds);

  const promises: Record<string, boolean> = {
    [`net charged ${held}, ${standing.length} shipments`]: held === (standing.length > 0 ? dueOf(order).total : 0),
    [`outcome ${record.outcome} with ${held} held`]: fulfilled === held > 0,
    'charged once at most': charged <= 1 && charges.length <= 1,
    'shipped once at most': booked <= 1 && standing.length <= 1 && shipments.length <= 1,
    'the customer was told': told.size > 0 || !isLast,
    'the customer was told under one id': told.size <= 1,
    'the notice is the outcome':
      // Whose end was taken back by a later attempt before it was told, is a duplicate.
      [...told].every((kind) => kind === noticeKind(record) || (!isLast && record.outcome === 'duplicate')) &&
      notices.every(
        ({ attributes: { notificationId = '', outcome = '' } }) =>
          notificationId.endsWith(`-${outcome}`) ||
          outcomeOfKind(notificationId.replace(/^.*-notice-/, '')) === outcome,
      ),
    'an order is cancelled when each undo says that nothing is held': isUndone(record),
    'the record names the charge': !record.payment || record.payment.chargeId === charge?.chargeId,
    'the record names the amount': !record.payment || record.payment.amount.amount === charge?.amount?.amount,
    'the record names the refund': !record.refund || refundHolds(record.refund, charge),
    'the record names the shipment': !fulfilled || record.shipment?.shipmentId === standing[0]?.shipmentId,
    'the record names the cancellation': cancellationHolds(record.cancellation?.status, standing.length),
  };
  return Object.entries(promises).flatMap(([promise, kept]) =>
    kept ? [] : [`${begin.slice('order-'.length)}: not kept: ${promise}`],
  );
}

/** Money that belongs to none of these orders: there must be none. */
export function checkForeignCharges(
  { ledger }: Pick<SimulatedWorld['gateway'], 'ledger'>,
  orders: readonly Pick<EndedOrder, 'order'>[],
): readonly string[] {
  const isOwn = (key: string) =>
    orders.some(({ order: { orderId } }) => {
      const attempt = attemptOfKey(orderId, key);
      return attempt !== undefined && key === `${keysBegin(orderId, attempt)}-charge`;
    });
  const foreign = ledger.charges().filter(({ key }) => !isOwn(key));
  return foreign.map(({ key }) => `not kept: no charge under a foreign key: ${key}`);
}

/** Effects have a name, calls have none. */
interface JournalEntry {
  readonly key: string;
  readonly effect?: unknown;
}

type Charge = ChargeRecord;

/** A key that was answered with a no, and then blocked, has a row of each: that block is no second effect. */
function withoutBlocksAfter<Row extends { readonly status: string }>(no: string, rows: readonly Row[]): readonly Row[] {
  return rows.filter(({ status }, index) => !(status === 'blocked' && rows[index - 1]?.status === no));
}

function refundHolds({ status, refundId }: NonNullable<LeftRecord['refund']>, charge: Charge | undefined): boolean {
  if (status === 'refunded') return charge?.status === 'refunded' && charge.refundId === refundId;
  if (status === 'voided') return charge?.status === 'voided';
  return charge === undefined || charge.status === 'declined' || charge.status === 'blocked';
}

/** Of what was found wrong before anything was done for it, nothing had to be undone. */
function isUndone({ outcome, validation, cancellation, refund }: LeftRecord): boolean {
  if (outcome !== 'cancelled' || validation === undefined) return true;
  const nothingHeld = ['refunded', 'voided', 'nothing-held'].includes(refund?.status ?? '');
  return nothingHeld && ['cancelled', 'never-booked'].includes(cancellation?.status ?? '');
}

function cancellationHolds(status: string | undefined, standing: number): boolean {
  if (status === undefined) return true;
  return status === 'on-its-way' ? standing === 1 : standing === 0;
}

function lastState(history: readonly HistoryEvent[]): string {
  const entered = history.findLast(({ type }) => type.endsWith('StateEntered'));
  return String(entered?.['stateEnteredEventDetails']?.['name']);
}
