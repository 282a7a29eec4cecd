import type { ExecutionResult, HistoryEvent } from '@order-workflow/asl-engine';
import type { MessageLog, SimulatedWorld } from '@order-workflow/local';
import type { Order } from '@order-workflow/order-domain';
import { dueOf } from './due.ts';

/** An order whose execution has ended. */
export interface EndedOrder {
  readonly order: Order;
  readonly name: string;
  readonly result: ExecutionResult;
  readonly history: readonly HistoryEvent[];
}

/** Where software may leave it to a person (design: "an execution fails only when a person must act"). */
const mayFailAt: ReadonlySet<string> = new Set(['Validate Order', 'Cancel Shipment', 'Refund Payment', 'Park Notice']);

/** The record as the workflow leaves it, as far as it is held to the ledgers. */
interface LeftRecord {
  readonly outcome?: string;
  readonly payment?: { readonly chargeId: string; readonly amount: { readonly amount: number } };
  readonly shipment?: { readonly shipmentId: string };
  readonly refund?: { readonly status: string; readonly refundId?: string };
  readonly cancellation?: { readonly status: string };
  readonly notification?: { readonly notificationId?: string };
}

/** What must hold when an execution ends that nobody stopped, however much is still broken. */
export function checkEnding({ order, result, history }: EndedOrder): readonly string[] {
  if (result.status === 'SUCCEEDED' || result.status === 'ABORTED') return [];
  const state = lastState(history);
  return result.status === 'FAILED' && mayFailAt.has(state)
    ? []
    : [`${order.orderId}: ${result.status} at ${state} (${result.error}), where no person is to act`];
}

/** What must hold in the end: the ledgers are right, the record says what they say, and the customer was told. */
export function checkLedgers(
  { order, result }: EndedOrder,
  { gateway, carrier }: Pick<SimulatedWorld, 'gateway' | 'carrier'>,
  messages: Pick<MessageLog, 'published'>,
): readonly string[] {
  const { orderId } = order;
  const record = (result.output ?? {}) as LeftRecord;
  const charges = withoutBlocksAfter('declined', gateway.ledger.charges(orderId));
  const standing = carrier.ledger.shipments(orderId);
  const held = gateway.ledger.held(orderId);
  const made = (entries: readonly JournalEntry[], effect: string, operation: string) =>
    entries.filter((entry) => entry.effect === effect && entry.key === `order-${orderId}-${operation}`).length;
  const charged = made(gateway.ledger.journal(), 'charged', 'charge');
  const booked = made(carrier.ledger.journal(), 'booked', 'ship');
  const fulfilled = record.outcome === 'fulfilled';
  const [charge] = charges;
  const shipments = withoutBlocksAfter('refused', carrier.ledger.history(orderId));
  const notices = messages.published().filter(({ attributes }) => attributes['orderId'] === orderId);
  const ids = new Set(notices.map(({ attributes }) => attributes['notificationId']));

  const promises: Record<string, boolean> = {
    [`net charged ${held}, ${standing.length} shipments`]: held === (standing.length > 0 ? dueOf(order).total : 0),
    [`outcome ${record.outcome} with ${held} held`]: fulfilled === held > 0,
    'charged once at most': charged <= 1 && charges.length <= 1,
    'shipped once at most': booked <= 1 && standing.length <= 1 && shipments.length <= 1,
    'the customer was told': notices.length > 0,
    'the customer was told under one id': ids.size === 1,
    'the notice is the outcome': notices.every(({ attributes }) => attributes['outcome'] === record.outcome),
    'the record names the charge': !record.payment || record.payment.chargeId === charge?.chargeId,
    'the record names the amount': !record.payment || record.payment.amount.amount === charge?.amount?.amount,
    'the record names the refund': !record.refund || refundHolds(record.refund, charge),
    'the record names the shipment': !fulfilled || record.shipment?.shipmentId === standing[0]?.shipmentId,
    'the record names the cancellation': cancellationHolds(record.cancellation?.status, standing.length),
  };
  return Object.entries(promises).flatMap(([promise, kept]) => (kept ? [] : [`${orderId}: not kept: ${promise}`]));
}

/** Money that belongs to none of these orders: there must be none. */
export function checkForeignCharges(
  { ledger }: Pick<SimulatedWorld['gateway'], 'ledger'>,
  orders: readonly Pick<EndedOrder, 'order'>[],
): readonly string[] {
  const own = new Set(orders.map(({ order }) => `order-${order.orderId}-charge`));
  const foreign = ledger.charges().filter(({ key }) => !own.has(key));
  return foreign.map(({ key }) => `a charge under a foreign key: ${key}`);
}

/** Effects have a name, calls have none. */
interface JournalEntry {
  readonly key: string;
  readonly effect?: unknown;
}

type Charge = ReturnType<SimulatedWorld['gateway']['ledger']['charges']>[number];

/** A key that was answered with a no, and then blocked, has a row of each: that block is no second effect. */
function withoutBlocksAfter<Row extends { readonly status: string }>(no: string, rows: readonly Row[]): readonly Row[] {
  return rows.filter(({ status }, index) => !(status === 'blocked' && rows[index - 1]?.status === no));
}

function refundHolds({ status, refundId }: NonNullable<LeftRecord['refund']>, charge: Charge | undefined): boolean {
  if (status === 'refunded') return charge?.status === 'refunded' && charge.refundId === refundId;
  if (status === 'voided') return charge?.status === 'voided';
  return charge === undefined || charge.status === 'declined' || charge.status === 'blocked';
}

function cancellationHolds(status: string | undefined, standing: number): boolean {
  if (status === undefined) return true;
  return status === 'on-its-way' ? standing === 1 : standing === 0;
}

function lastState(history: readonly HistoryEvent[]): string {
  const entered = history.findLast(({ type }) => type.endsWith('StateEntered'));
  return String(entered?.['stateEnteredEventDetails']?.['name']);
}
