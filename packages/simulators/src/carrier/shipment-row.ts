import type { JournalEntry } from '../ledger/journal-entry.ts';
import type { LedgerStore } from '../ledger/ledger-store.ts';

/** What the postal code of a shipment says about it, as far as it outlasts the request. Void once the ledger is repaired. */
export interface ShipmentMarks {
  /** No cancellation or block of the shipment is taken. */
  readonly cancelUnavailable?: true;
  /** So many answers about the shipment get lost yet. */
  readonly answersToLose?: number;
}

/** A shipment as it is asked for. Where it goes, and to whom, is not here: the ledger has no use for it. */
export interface BookingRequest extends ShipmentMarks {
  readonly key: string;
  readonly service: string;
  /** Of all that was asked for (fingerprint.ts). */
  readonly print: string;
}

export interface CancellationRequest {
  readonly key: string;
  readonly shipmentKey: string;
  readonly shipmentId: string;
  readonly print: string;
}

/** What becomes of a booking. */
export type BookingResult = 'booked' | 'departed' | 'refused';

export interface ShipmentRow extends ShipmentMarks {
  readonly kind: 'shipment';
  readonly id: string;
  readonly key: string;
  readonly print: string;
  /** Milliseconds since the epoch: the key lives from then on. */
  readonly madeAt: number;
  readonly status: 'booked' | 'departed' | 'refused' | 'cancelled' | 'blocked';
  /** None when the key was blocked before a booking. */
  readonly service?: string;
  readonly due?: number;
}

export interface CancellationRow {
  readonly kind: 'cancellation';
  readonly id: string;
  readonly key: string;
  readonly print: string;
  readonly madeAt: number;
  readonly due?: number;
}

/** A request that nobody was answered and that is still on its way. */
export interface QueuedRow {
  readonly kind: 'queued';
  readonly id: string;
  readonly key: string;
  readonly request: QueuedRequest;
  /** Milliseconds since the epoch. */
  readonly notAfter?: number;
  readonly due?: number;
}

export type QueuedRequest =
  | { readonly call: 'book'; readonly booking: BookingRequest; readonly fate: BookingResult }
  | { readonly call: 'cancel'; readonly cancellation: CancellationRequest; readonly departs: boolean }
  | { readonly call: 'block'; readonly key: string };

export type CarrierRow = ShipmentRow | CancellationRow | QueuedRow;
export type CarrierEntry = JournalEntry<ShipmentRow['status']>;
export type CarrierStore = LedgerStore<CarrierRow, CarrierEntry>;
