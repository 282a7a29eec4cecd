import type { ShippingAddress } from '@order-workflow/order-domain';
import type { Service } from '../choose-service.ts';
import type { RefusalReason } from '../refusal-reason.ts';

/** One shipment for one order. Its key stays the same whoever repeats it and whenever. */
export interface ShipmentRequest {
  /** Idempotency key, such as `order-12345-ship`. */
  readonly key: string;
  readonly service: Service;
  /** Grams. */
  readonly weight: number;
  readonly contents: readonly { readonly sku: string; readonly quantity: number }[];
  /** Where it goes; none when it is kept for collection. Personal data: it goes to the carrier only. */
  readonly address?: LabelAddress;
  readonly recipient?: { readonly name?: string; readonly phone?: string };
}

/** An address as it goes onto a label: lines of at most 35 characters, and a third one where two do not hold it. */
export interface LabelAddress extends ShippingAddress {
  readonly line3?: string | undefined;
}

export interface CancelRequest {
  /** Idempotency key of the cancellation itself, such as `order-12345-cancel`. */
  readonly key: string;
  readonly shipmentId: string;
  /** The shipment as it was asked for. */
  readonly shipment: ShipmentRequest;
}

/** A shipment as the carrier has booked it. */
export interface Booking {
  readonly shipmentId: string;
  readonly trackingNumber: string;
  /** The carrier's name, as the customer reads it. */
  readonly carrier: string;
  /** The carrier's own word, to be checked against what was asked for. */
  readonly service: Service;
  /** Instant in UTC. */
  readonly bookedAt: string;
  /** `2026-03-04`: the day that the carrier names, if it names one. */
  readonly estimatedDelivery?: string | undefined;
}

/** A shipment as the carrier's ledger has it. */
export type LedgerEntry = Shipment & {
  /** No parcel moves: the carrier is a simulation, or in its test mode. */
  readonly simulated?: true | undefined;
};

type Shipment =
  /** Booked and not gone yet. */
  | ({ readonly kind: 'booked' } & Booking)
  /** On its way, or there: it can no longer be stopped. */
  | ({ readonly kind: 'departed' } & Booking)
  /** The carrier does not take it, for good. */
  | { readonly kind: 'refused'; readonly reason: RefusalReason }
  | { readonly kind: 'cancelled'; readonly shipmentId: string }
  /** Nothing was booked and the key takes no booking any more. */
  | { readonly kind: 'blocked' };

/** The carrier has no shipment under the key. */
export interface NoShipment {
  readonly kind: 'none';
}

/** The carrier will not do this, now or later: the key belongs to another shipment, or the request is wrong. */
export interface Misused {
  readonly kind: 'misused';
  readonly detail: string;
}

/** Details are for operators and hold no personal data. */
export type NoAnswer =
  /** It may have happened or not. */
  | { readonly kind: 'unknown'; readonly detail: string }
  /** It did not happen: the carrier could not be reached or turned the request away for now. */
  | { readonly kind: 'unavailable'; readonly detail: string };

export type CarrierAnswer = LedgerEntry | NoShipment | Misused | NoAnswer;

/**
 * Whoever carries the parcels. Every call answers with the shipment as it stands afterwards, and none throws: not to
 * answer is an answer. All may be repeated: the same key means the same operation. Each takes the whole shipment as it
 * was asked for, so that an adapter without a memory of its own can answer in another process.
 *
 * A cancellation and a block leave their key so that it takes no booking any more, however late one arrives and whatever
 * answers to keys the carrier has forgotten by then: that is what an undo is. No more does the key of a parcel that has left.
 */
export interface Carrier {
  /** How the shipment of this key stands. Asking has no effect. */
  find(shipment: ShipmentRequest): Promise<CarrierAnswer>;
  /** Books once a key. One that is blocked, cancelled or departed is answered with that, for ever, and books nothing. */
  book(shipment: ShipmentRequest): Promise<CarrierAnswer>;
  /** Stops a shipment that has not departed. One that has is answered as it stands. */
  cancel(cancellation: CancelRequest): Promise<CarrierAnswer>;
  /** Makes sure that the key takes no booking later, of which one was refused too. Any other shipment is answered as it stands. */
  block(shipment: ShipmentRequest): Promise<CarrierAnswer>;
}
