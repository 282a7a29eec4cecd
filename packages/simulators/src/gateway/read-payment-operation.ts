import { moneySchema, paymentMethods } from '@order-workflow/order-domain';
import * as z from 'zod/mini';
import type { FaultName } from '../faults/faults.ts';
import type { Switchboard } from '../faults/switchboard.ts';
import { fingerprint } from '../ledger/fingerprint.ts';
import type { Answer, BadRequest, Operation, PlainRequest, ReadOperation } from '../server/operation.ts';
import { idSchema, readStrictly } from '../server/strict-shapes.ts';
import { chargeBody } from './charge-record.ts';
import { magicTokens } from './magic-tokens.ts';
import type { LedgerAnswer, PaymentLedger } from './payment-ledger.ts';
import type { ChargeResult, ChargeRow, RefundResult } from './payment-row.ts';

const chargeSchema = z.strictObject({
  key: idSchema,
  amount: moneySchema,
  method: z.enum(paymentMethods),
  token: z.optional(z.string().check(z.minLength(1), z.maxLength(200))),
});

const refundSchema = z.strictObject({ chargeKey: idSchema, chargeId: idSchema, amount: moneySchema });

type Statuses = Partial<Record<ChargeRow['status'], number>>;
const ofCharge: Statuses = { charged: 201, pending: 202, declined: 402 };
const ofRefund: Statuses = { refunded: 201, refunding: 202 };
const ofVoid: Statuses = { voided: 200 };
const ofBlock: Statuses = { blocked: 200 };

/** Reads the REST interface that the payment stage expects (its README). */
export function readPaymentOperation(ledger: PaymentLedger, switchboard: Switchboard): ReadOperation {
  return (request) => {
    const { method, path } = request;
    const [collection, key, action] = path;
    const at = `${method} ${collection}/${path.length}`;
    if (at === 'POST charges/1') return readCharge(request, ledger, switchboard);
    if (at === 'POST refunds/1') return readRefund(request, ledger, switchboard);
    if (collection !== 'charges' || key === undefined) return undefined;
    if (!idSchema.safeParse(key).success) return { problem: 'the key in the path' };
    const losesAnswer = () => ledger.loseAnswer(key);
    if (at === 'GET charges/2')
      return { call: 'find', key, perform: (now) => answer(ledger.query(key, now), undefined), losesAnswer };
    if (at !== 'PUT charges/3' || (action !== 'void' && action !== 'block')) return undefined;
    return {
      call: action,
      key,
      fault: () => undoFault(ledger, key),
      perform: (now) => answer(ledger[action](key, now), action === 'void' ? ofVoid : ofBlock),
      postpone: (now) => ledger.queue(key, { call: action, key }, now),
    };
  };
}

function readCharge(
  { body, idempotencyKey, notAfter }: PlainRequest,
  ledger: PaymentLedger,
  switchboard: Switchboard,
): Operation | BadRequest {
  const read = readStrictly(chargeSchema, body);
  if ('problem' in read) return read;
  const { key, amount, method, token } = read.body;
  if (idempotencyKey !== key) return { problem: 'an Idempotency-Key other than the key' };
  const magic = magicTokens.get(token ?? '');
  const charge = { key, amount, method, print: fingerprint(key, read.body), ...magic?.marks };
  const fate = () => magic?.fate ?? chargeFate(switchboard, key);
  return {
    call: 'charge',
    key,
    amount,
    notAfter,
    fault: () => magic?.fault ?? failedBefore(ledger, key),
    keepFailure: (now) => ledger.keepFailure(key, now),
    losesAnswer: () => ledger.loseAnswer(key),
    perform: (now) => answer(ledger.charge(charge, fate, now), ofCharge),
    postpone: (now) => ledger.queue(key, { call: 'charge', charge, fate: fate() }, now, notAfter),
  };
}

function readRefund(
  { body, idempotencyKey, notAfter }: PlainRequest,
  ledger: PaymentLedger,
  switchboard: Switchboard,
): Operation | BadRequest {
  const read = readStrictly(refundSchema, body);
  if ('problem' in read) return read;
  if (!idSchema.safeParse(idempotencyKey).success) return { problem: 'the Idempotency-Key' };
  const key = String(idempotencyKey);
  const refund = { key, ...read.body, print: fingerprint(key, read.body) };
  const fate = () => refundFate(switchboard, key);
  return {
    call: 'refund',
    key,
    amount: refund.amount,
    notAfter,
    fault: () => undoFault(ledger, refund.chargeKey) ?? failedBefore(ledger, key),
    keepFailure: (now) => ledger.keepFailure(key, now),
    perform: (now) => answer(ledger.refund(refund, fate, now), ofRefund),
    postpone: (now) => ledger.queue(key, { call: 'refund', refund, fate: fate() }, now, notAfter),
  };
}

function answer(found: LedgerAnswer, statuses: Statuses | undefined): Answer {
  if (found === 'none') return { status: 404, body: { error: 'no-such-charge' } };
  if (found === 'refused') return { status: 422, body: { error: 'key-used-for-something-else' } };
  // A query has no statuses of its own: it answers with whatever there is.
  return { status: statuses === undefined ? 200 : (statuses[found.status] ?? 409), body: chargeBody(found) };
}

/** A gateway answers to a key as it did before, also where that was a failure of its own. */
function failedBefore(ledger: PaymentLedger, key: string): FaultName | undefined {
  return ledger.hasFailed(key) ? 'error-replayed' : undefined;
}

/** Of a charge whose token says that it cannot be undone. */
function undoFault(ledger: PaymentLedger, chargeKey: string): FaultName | undefined {
  const charge = ledger.find(chargeKey);
  return typeof charge !== 'string' && charge.undoUnavailable ? 'rate-limited' : undefined;
}

function chargeFate(switchboard: Switchboard, about: string): ChargeResult {
  switch (switchboard.take({ layer: 'gateway', call: 'charge', about }, 'effect')) {
    case 'declined':
      return { declined: 'other' };
    case 'late':
      return 'late';
    case 'pending-forever':
      return 'pending';
    default:
      return 'charged';
  }
}

function refundFate(switchboard: Switchboard, about: string): RefundResult {
  switch (switchboard.take({ layer: 'gateway', call: 'refund', about }, 'effect')) {
    case 'refund-async':
      return 'late';
    case 'refund-fails':
      return 'failed';
    case 'refund-fails-late':
      return 'failed-late';
    default:
      return 'refunded';
  }
}
