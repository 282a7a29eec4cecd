import type { ExecutionJournal, ExecutionOverview } from '@order-workflow/asl-engine';
import { attemptSchema, claimableOrderId, type Money, moneySchema } from '@order-workflow/order-domain';
import { type Fields, fieldsOf } from '../json/json-object.ts';
import { outcomeOf } from '../orders/execution-report.ts';
import { isCancellation } from '../orders/find-execution.ts';
import { type LastState, readLastState } from '../orders/read-last-state.ts';
import { moneyOf, parcelOf } from '../orders/record-books.ts';
import type { DeskEntry, IndexedEntry } from './desk-entry.ts';
import { sentenceOf } from './sentence-of.ts';

/** What the desk shows and finds of an execution, by its journal; undefined when that does not know it. */
export function readDeskEntry(journal: ExecutionJournal, executionArn: string): IndexedEntry | undefined {
  const standing = journal.describe(executionArn);
  return standing && describe(standing, readLastState(journal, executionArn));
}

function describe({ start, end, redriveCount, position }: ExecutionOverview, last: LastState): IndexedEntry {
  const record = end?.output === undefined ? fieldsOf(last.input) : fieldsOf(end.output);
  const placed = fieldsOf(record['order'] ?? start.input);
  const outcome = end && outcomeOf(end);
  const failed = end && end.status !== 'SUCCEEDED';
  const error = failed ? end.error : end ? undefined : last.error;
  const cause = sentenceOf(failed ? end.cause : end ? undefined : last.cause);
  const [validation, payment, shipment, notification] = ['validation', 'payment', 'shipment', 'notification'].map(
    (key) => fieldsOf(record[key]),
  ) as [Fields, Fields, Fields, Fields];
  const entry: DeskEntry = {
    ...{ executionArn: start.executionArn, name: start.name, status: end?.status ?? 'RUNNING', redriveCount },
    ...{ of: isCancellation(start) ? 'cancellations' : 'orders', startedAt: start.startedAt, failures: last.failures },
    ...{ money: moneyOf(record, outcome ?? null), parcel: parcelOf(record, outcome ?? null) },
    ...given('orderId', claimableOrderId(start.input) ?? claimableOrderId(placed)),
    ...given('attempt', outcome === 'duplicate' ? undefined : attemptSchema.safeParse(validation['attempt']).data),
    ...given('customer', textOf(placed['customerEmail'])),
    ...given('outcome', outcome),
    ...given('state', last.state),
    ...given('enteredAt', last.enteredAt),
    ...given('error', error),
    ...given('cause', cause),
    ...given('stoppedAt', end?.stoppedAt),
    ...given('total', totalOf(validation, payment)),
    ...given('chargeId', textOf(payment['chargeId'])),
    ...given('trackingNumber', textOf(shipment['trackingNumber'])),
    ...given('notificationId', textOf(notification['notificationId'])),
    ...(notification['status'] === 'parked' && { notTold: true as const }),
  };
  return { entry, position, words: wordsOf(entry, record, placed) };
}

/** What was to be paid. */
function totalOf(validation: Fields, payment: Fields): Money | undefined {
  return moneySchema.safeParse(validation['total']).data ?? moneySchema.safeParse(payment['amount']).data;
}

/** All that a person may have in hand who looks for an execution. */
function wordsOf(entry: DeskEntry, record: Fields, placed: Fields): string {
  const failure = fieldsOf(record['failure']);
  const items = Array.isArray(placed['items']) ? placed['items'] : [];
  const words = [
    ...[entry.name, entry.orderId, entry.customer, placed['customerName'], placed['customerPhone']],
    ...items.map((item) => fieldsOf(item)['sku']),
    ...[entry.trackingNumber, entry.chargeId, entry.notificationId, fieldsOf(record['shipment'])['shipmentId']],
    ...[fieldsOf(record['refund'])['refundId'], entry.error, entry.cause],
    ...[failure['error'], sentenceOf(textOf(failure['cause']))],
  ];
  return words
    .flatMap((word) => textOf(word) ?? [])
    .join('\n')
    .normalize('NFC')
    .toLowerCase();
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function given<Key extends keyof DeskEntry>(key: Key, value: DeskEntry[Key] | undefined): Partial<DeskEntry> {
  return value === undefined ? {} : { [key]: value };
}
