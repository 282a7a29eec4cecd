import { orderLimits, safeText, shippingAddressSchema, skuSchema } from '@order-workflow/order-domain';
import * as z from 'zod/mini';
import type { FaultName } from '../faults/faults.ts';
import type { Switchboard } from '../faults/switchboard.ts';
import { fingerprint } from '../ledger/fingerprint.ts';
import type { Answer, BadRequest, Operation, PlainRequest, ReadOperation } from '../server/operation.ts';
import { idSchema, readStrictly } from '../server/strict-shapes.ts';
import { magicPostalCodes } from './magic-postal-codes.ts';
import type { LedgerAnswer, ShipmentLedger } from './shipment-ledger.ts';
import { shipmentBody } from './shipment-record.ts';
import type { BookingResult, ShipmentRow } from './shipment-row.ts';

const bookingSchema = z.strictObject({
  key: idSchema,
  service: z.string().check(z.regex(/^[A-Za-z]{1,40}$/)),
  /** Grams. */
  weight: z.int().check(z.minimum(0)),
  contents: z
    .array(z.strictObject({ sku: skuSchema, quantity: z.int().check(z.minimum(1)) }))
    .check(z.maxLength(orderLimits.lines)),
  address: z.optional(z.strictObject({ ...shippingAddressSchema.shape, line3: z.optional(safeText(120)) })),
  recipient: z.optional(
    z.strictObject({ name: z.optional(safeText(120)), phone: z.optional(z.string().check(z.maxLength(40))) }),
  ),
});

const cancellationSchema = z.strictObject({ shipmentKey: idSchema, shipmentId: idSchema });

type Statuses = Partial<Record<ShipmentRow['status'], number>>;
const ofBooking: Statuses = { booked: 201, departed: 201 };
const ofCancellation: Statuses = { cancelled: 200 };
const ofBlock: Statuses = { blocked: 200 };

/** Reads the REST interface that the shipping stage expects (its README). */
export function readCarrierOperation(ledger: ShipmentLedger, switchboard: Switchboard): ReadOperation {
  return (request) => {
    const { method, path } = request;
    const [collection, key, action] = path;
    const at = `${method} ${collection}/${path.length}`;
    if (at === 'POST shipments/1') return readBooking(request, ledger, switchboard);
    if (at === 'POST cancellations/1') return readCancellation(request, ledger, switchboard);
    if (collection !== 'shipments' || key === undefined) return undefined;
    if (!idSchema.safeParse(key).success) return { problem: 'the key in the path' };
    const losesAnswer = () => ledger.loseAnswer(key);
    if (at === 'GET shipments/2')
      return { call: 'find', key, perform: (now) => answer(ledger.query(key, now), undefined), losesAnswer };
    if (at !== 'PUT shipments/3' || action !== 'block') return undefined;
    return {
      call: 'block',
      key,
      fault: () => cancelFault(ledger, key),
      perform: (now) => answer(ledger.block(key, now), ofBlock),
      postpone: (now) => ledger.queue(key, { call: 'block', key }, now),
    };
  };
}

function readBooking(
  { body, idempotencyKey, notAfter }: PlainRequest,
  ledger: ShipmentLedger,
  switchboard: Switchboard,
): Operation | BadRequest {
  const read = readStrictly(bookingSchema, body);
  if ('problem' in read) return read;
  const { key, service, address } = read.body;
  if (idempotencyKey !== key) return { problem: 'an Idempotency-Key other than the key' };
  const magic = magicPostalCodes.get(address?.postalCode ?? '');
  const booking = { key, service, print: fingerprint(key, read.body), ...magic?.marks };
  const fate = () => magic?.fate ?? bookingFate(switchboard, key);
  return {
    call: 'book',
    key,
    notAfter,
    fault: () => magic?.fault,
    losesAnswer: () => ledger.loseAnswer(key),
    perform: (now) => answer(ledger.book(booking, fate, now), ofBooking),
    postpone: (now) => ledger.queue(key, { call: 'book', booking, fate: fate() }, now, notAfter),
  };
}

function readCancellation(
  { body, idempotencyKey, notAfter }: PlainRequest,
  ledger: ShipmentLedger,
  switchboard: Switchboard,
): Operation | BadRequest {
  const read = readStrictly(cancellationSchema, body);
  if ('problem' in read) return read;
  if (!idSchema.safeParse(idempotencyKey).success) return { problem: 'the Idempotency-Key' };
  const key = String(idempotencyKey);
  const cancellation = { key, ...read.body, print: fingerprint(key, read.body) };
  const departs = () => switchboard.take({ layer: 'carrier', call: 'cancel', about: key }, 'effect') === 'departed';
  return {
    call: 'cancel',
    key,
    notAfter,
    fault: () => cancelFault(ledger, cancellation.shipmentKey),
    perform: (now) => answer(ledger.cancel(cancellation, departs, now), ofCancellation),
    postpone: (now) => ledger.queue(key, { call: 'cancel', cancellation, departs: departs() }, now, notAfter),
  };
}

function answer(found: LedgerAnswer, statuses: Statuses | undefined): Answer {
  if (found === 'none') return { status: 404, body: { error: 'no-such-shipment' } };
  if (found === 'misused') return { status: 422, body: { error: 'key-used-for-something-else' } };
  // A query has no statuses of its own: it answers with whatever there is.
  return { status: statuses === undefined ? 200 : (statuses[found.status] ?? 409), body: shipmentBody(found) };
}

/** Of a shipment whose postal code says that it cannot be cancelled. */
function cancelFault(ledger: ShipmentLedger, shipmentKey: string): FaultName | undefined {
  const shipment = ledger.find(shipmentKey);
  return typeof shipment !== 'string' && shipment.cancelUnavailable ? 'rate-limited' : undefined;
}

function bookingFate(switchboard: Switchboard, about: string): BookingResult {
  const fault = switchboard.take({ layer: 'carrier', call: 'book', about }, 'effect');
  return fault === 'refused' || fault === 'departed' ? fault : 'booked';
}
