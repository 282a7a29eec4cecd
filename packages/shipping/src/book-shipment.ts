import { type Decision, fail, leave } from '@order-workflow/stage-kit';
import type { Carrier, CarrierAnswer, ShipmentRequest } from './ports/carrier.ts';
import { refusalSentence } from './refusal-reason.ts';
import { ensureSameService, ShipmentMismatch } from './shipment-mismatch.ts';
import { type ShipmentReceipt, shipmentReceipt } from './shipment-receipt.ts';
import { type ShippableOrder, shipmentRequest } from './shippable-order.ts';
import { CarrierUnavailable, ShipmentOutcomeUnknown, ShipmentRefused } from './shipping-failures.ts';

type BookingDecision = Decision<ShipmentReceipt, ShipmentRefused | CarrierUnavailable | ShipmentOutcomeUnknown>;

/**
 * Books one shipment for the order. It asks by key before it books: the carrier may have forgotten the key's answer
 * since an earlier attempt, though it never forgets a shipment.
 *
 * @throws ShipmentMismatch when the carrier's ledger contradicts the order
 */
export async function bookShipment(
  input: ShippableOrder,
  { carrier }: { readonly carrier: Carrier },
): Promise<BookingDecision> {
  const shipment = shipmentRequest(input);
  const found = await carrier.find(shipment);
  return decide(shipment, found.kind === 'none' ? await carrier.book(shipment) : found);
}

function decide({ key, service, address }: ShipmentRequest, answer: CarrierAnswer): BookingDecision {
  switch (answer.kind) {
    case 'booked':
    case 'departed':
      ensureSameService(key, answer.service, service);
      return leave(shipmentReceipt(answer, address?.country));
    case 'refused':
      return fail(new ShipmentRefused([refusalSentence(answer.reason)]));
    case 'cancelled':
    case 'blocked':
      return fail(new ShipmentRefused(['The shipment of this order was cancelled before.']));
    case 'unknown':
      return fail(new ShipmentOutcomeUnknown(`${key}: ${answer.detail}; the shipment may be booked.`));
    case 'unavailable':
      return fail(new CarrierUnavailable(`${key}: ${answer.detail}.`));
    case 'misused':
      throw new ShipmentMismatch(`${key}: the carrier will not book the shipment: ${answer.detail}.`);
    case 'none':
      throw new ShipmentMismatch(`${key}: the carrier answered a booking without one.`);
  }
}
