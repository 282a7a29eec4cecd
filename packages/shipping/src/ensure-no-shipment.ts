import { instant } from '@order-workflow/order-domain';
import {
  type Clock,
  type Decision,
  fail,
  leave,
  ofEarlierExecution,
  type StageExecution,
} from '@order-workflow/stage-kit';
import type { CancellationReceipt } from './cancellation-receipt.ts';
import { cancelKey } from './idempotency-key.ts';
import type { CancelRequest, Carrier, CarrierAnswer, ShipmentRequest } from './ports/carrier.ts';
import { ensureSameService, ShipmentMismatch } from './shipment-mismatch.ts';
import { type ShipmentReceipt, shipmentReceipt } from './shipment-receipt.ts';
import { type ShippableOrder, shipmentRequest } from './shippable-order.ts';
import { CarrierUnavailable, ShipmentOutcomeUnknown } from './shipping-failures.ts';

/** An order whose shipment is to be undone; `shipment` when Ship Order came so far as to leave its receipt. */
export type CancellableOrder = ShippableOrder & {
  readonly shipment?: ShipmentReceipt | undefined;
  readonly execution?: StageExecution | undefined;
};

interface Ports {
  readonly carrier: Carrier;
  readonly clock: Clock;
}

type Settlement = Decision<CancellationReceipt, CarrierUnavailable | ShipmentOutcomeUnknown>;

/** One query and as many changes as a shipment can need that moves on while it is undone: block, cancel, cancel again. */
export const mostCarrierCalls = 4;

/**
 * Makes sure that no parcel goes out for the order, now or later, whether it was booked, was refused, was never asked for, or was cancelled before,
 * or finds that it stands: on its way, or booked by an earlier execution of the same order. Each step acts on what the carrier's ledger says last, so a booking that
 * lands between two of them is seen by the next.
 *
 * @throws ShipmentMismatch when the ledger contradicts the order or its shipment receipt: a person must look
 */
export async function ensureNoShipment(input: CancellableOrder, ports: Ports): Promise<Settlement> {
  let answer = known(await ports.carrier.find(shipmentRequest(input)), input);
  for (let calls = 1; ; calls++) {
    const next = decide(input, answer, instant(ports.clock.now()));
    if (next.kind === 'receipt' || next.kind === 'failure') return next;
    if (calls === mostCarrierCalls) return fail(unsettled(input, 'the shipment is still booked'));
    answer = await take(next, ports.carrier);
  }
}

type Step =
  | { readonly kind: 'cancel'; readonly cancellation: CancelRequest }
  | { readonly kind: 'block'; readonly shipment: ShipmentRequest };

function take(step: Step, carrier: Carrier): Promise<CarrierAnswer> {
  return step.kind === 'cancel' ? carrier.cancel(step.cancellation) : carrier.block(step.shipment);
}

function decide(input: CancellableOrder, answer: CarrierAnswer, settledAt: string): Settlement | Step {
  const shipment = shipmentRequest(input);
  const { key, address } = shipment;
  const simulated = 'simulated' in answer && answer.simulated ? { simulated: true as const } : {};
  if ('shipmentId' in answer) ensureSameShipment(key, answer.shipmentId, input);
  if ('service' in answer) ensureSameService(key, answer.service, shipment.service);
  switch (answer.kind) {
    case 'booked': {
      const { shipmentId, bookedAt } = answer;
      // Before there were claims, an earlier execution may have booked it and told the customer: not this one's (decision 0008).
      if (input.validation.attempt === undefined && ofEarlierExecution(bookedAt, input.execution))
        return leave({ status: 'booked-before', standing: shipmentReceipt(answer, address?.country), settledAt });
      return {
        kind: 'cancel',
        cancellation: { key: cancelKey(input.order.orderId, input.validation.attempt), shipmentId, shipment },
      };
    }
    case 'departed':
      return leave({ status: 'on-its-way', standing: shipmentReceipt(answer, address?.country), settledAt });
    case 'none':
      if (input.shipment) throw contradiction(input, 'has no such shipment');
      return { kind: 'block', shipment };
    case 'cancelled':
      return leave({ status: 'cancelled', shipmentId: answer.shipmentId, settledAt, ...simulated });
    case 'refused':
      if (input.shipment) throw contradiction(input, 'says refused');
      // The same request may arrive once more, when the carrier has forgotten its answer and takes the parcel.
      return { kind: 'block', shipment };
    case 'blocked':
      if (input.shipment) throw contradiction(input, 'says blocked');
      return leave({ status: 'never-booked', settledAt, ...simulated });
    case 'unknown':
      return fail(unsettled(input, answer.detail));
    case 'unavailable':
      return fail(new CarrierUnavailable(`${key}: ${answer.detail}; the shipment may still be booked.`));
    case 'misused':
      throw new ShipmentMismatch(`${key}: the carrier will not undo the shipment: ${answer.detail}.`);
  }
}

/** A carrier may forget a key in time, but not a shipment that left a receipt: that one is undone by its own id. */
function known(answer: CarrierAnswer, { shipment }: CancellableOrder): CarrierAnswer {
  return answer.kind === 'none' && shipment ? { kind: 'booked', ...shipment } : answer;
}

function ensureSameShipment(key: string, shipmentId: string, { shipment }: CancellableOrder): void {
  if (shipment === undefined || shipment.shipmentId === shipmentId) return;
  throw new ShipmentMismatch(`${key}: the carrier has ${shipmentId}, the receipt says ${shipment.shipmentId}.`);
}

function contradiction({ shipment, order }: CancellableOrder, says: string): ShipmentMismatch {
  const { orderId } = order;
  return new ShipmentMismatch(`Order ${orderId} has a receipt of ${shipment?.shipmentId} and the carrier ${says}.`);
}

function unsettled(input: CancellableOrder, why: string): ShipmentOutcomeUnknown {
  return new ShipmentOutcomeUnknown(`${shipmentRequest(input).key}: ${why}; a parcel may still go out.`);
}
