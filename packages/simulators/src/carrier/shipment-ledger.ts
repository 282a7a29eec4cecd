import { instant, operationKey } from '@order-workflow/order-domain';
import { delayMs, type LedgerSettings } from '../ledger/ledger-settings.ts';
import { type PastRows, pastRows } from '../ledger/past-rows.ts';
import type {
  BookingRequest,
  BookingResult,
  CancellationRequest,
  CancellationRow,
  CarrierEntry,
  CarrierStore,
  QueuedRequest,
  QueuedRow,
  ShipmentMarks,
  ShipmentRow,
} from './shipment-row.ts';

/** How a shipment stands after a call; `none` when there is no such shipment, `misused` when the key means another. */
export type LedgerAnswer = ShipmentRow | 'none' | 'misused';

export interface CarrierSettings extends LedgerSettings {
  /** Milliseconds from the booking until the parcel leaves the warehouse by itself; never unless given. */
  readonly departsAfterMs?: number;
}

/**
 * Every shipment that the carrier ever took, with the rules of a carrier: a key means one shipment while it lives, and a
 * parcel that has left cannot be stopped. What is due happens when its time has come, before anything else is seen.
 */
export class ShipmentLedger {
  readonly #store: CarrierStore;
  readonly #settings: CarrierSettings;
  readonly #past: PastRows<ShipmentRow>;

  constructor(store: CarrierStore, settings: CarrierSettings) {
    this.#store = store;
    this.#settings = settings;
    this.#past = pastRows(settings.readsLagMs);
  }

  /** One step of the ledger, kept whole or not at all. What is due by now has happened before it. */
  step<T>(work: (now: number) => T): T {
    return this.#store.atomically(() => {
      const now = this.#settings.clock.now();
      this.#settle(now);
      return work(now);
    });
  }

  note(entry: CarrierEntry): void {
    this.#store.note(entry);
  }

  find(key: string): LedgerAnswer {
    return this.#shipments(key).at(-1) ?? 'none';
  }

  /** What a query by key finds: as old as reads lag. */
  query(key: string, now: number): LedgerAnswer {
    const lag = delayMs(this.#settings.readsLagMs);
    return lag === 0 ? this.find(key) : (this.#past.asOf(key, now - lag) ?? 'none');
  }

  book(request: BookingRequest, fate: () => BookingResult, now: number): LedgerAnswer {
    const earlier = this.#shipments(request.key).findLast((row) => this.#keyLives(row, now));
    if (earlier?.status === 'blocked') return earlier;
    if (earlier) return earlier.print === request.print ? earlier : 'misused';
    const becomes = fate();
    const row = { kind: 'shipment', id: this.#id('sh'), madeAt: now, ...request } as const;
    if (becomes === 'refused') return this.#enter({ ...row, status: 'refused' }, now);
    const { departsAfterMs } = this.#settings;
    const booked: ShipmentRow = {
      ...row,
      status: 'booked',
      ...(departsAfterMs !== undefined && { due: now + departsAfterMs }),
    };
    this.#enter(booked, now);
    return becomes === 'departed' ? this.#depart(booked, now) : booked;
  }

  cancel(request: CancellationRequest, departs: () => boolean, now: number): LedgerAnswer {
    const { key, shipmentKey, shipmentId, print } = request;
    const earlier = this.#cancellations(key).findLast((row) => this.#keyLives(row, now));
    if (earlier && earlier.print !== print) return 'misused';
    const shipments = this.#shipments(shipmentKey);
    const shipment = shipments.find(({ id }) => id === shipmentId) ?? shipments.at(-1);
    if (shipment === undefined || shipment.status === 'blocked' || shipment.status === 'refused')
      return shipment ?? 'none';
    if (shipment.id !== shipmentId) return 'misused';
    if (!earlier) this.#store.put({ kind: 'cancellation', id: this.#id('ca'), key, print, madeAt: now });
    if (shipment.status !== 'booked') return shipment;
    if (departs()) return this.#depart(shipment, now);
    const { due: _, ...row } = shipment;
    return this.#enter({ ...row, status: 'cancelled' }, now);
  }

  block(key: string, now: number): LedgerAnswer {
    const shipment = this.find(key);
    if (typeof shipment !== 'string' && shipment.status !== 'refused') return shipment;
    return this.#enter({ kind: 'shipment', id: this.#id('sh'), key, print: '', madeAt: now, status: 'blocked' }, now);
  }

  /** Whether an answer about the shipment of this key is to be lost: then it is one less. */
  loseAnswer(key: string): boolean {
    const shipment = this.find(key);
    if (typeof shipment === 'string' || !shipment.answersToLose) return false;
    this.#store.put({ ...shipment, answersToLose: shipment.answersToLose - 1 });
    return true;
  }

  /** Voids what the postal codes of shipments said about them. */
  repair(): void {
    this.step(() => {
      for (const row of this.#store.rows()) {
        if (row.kind === 'shipment') this.#store.put(withoutMarks(row));
        else if (row.kind === 'queued' && row.request.call === 'book')
          this.#store.put({ ...row, request: { ...row.request, booking: withoutMarks(row.request.booking) } });
      }
    });
  }

  /** Takes a request that will have its effect only later, and none after the time that it names. */
  queue(key: string, request: QueuedRequest, now: number, notAfter?: number): void {
    const limit = notAfter === undefined ? {} : { notAfter };
    const due = now + delayMs(this.#settings.settlesAfterMs);
    this.#store.put({ kind: 'queued', id: this.#id('rq'), key, request, ...limit, due });
  }

  /** What is booked leaves the warehouse now: of an order, or everything. */
  depart(orderId?: string): void {
    this.step((now) => {
      for (const row of this.#all(orderId)) if (row.status === 'booked') this.#depart(row, now);
    });
  }

  /** All shipments, or those under the key of an order, as they stand now. */
  shipments(orderId?: string): readonly ShipmentRow[] {
    return this.step(() => this.#all(orderId));
  }

  journal(): readonly CarrierEntry[] {
    return this.step(() => this.#store.journal());
  }

  clear(): void {
    this.#store.clear();
    this.#past.clear();
  }

  close(): void {
    this.#store.close();
  }

  #settle(now: number): void {
    for (let row = this.#store.nextDue(now); row !== undefined; row = this.#store.nextDue(now)) {
      const { due: at = now, ...settled } = row;
      if (settled.kind === 'shipment') this.#depart(settled, at);
      else this.#store.put(settled);
      if (settled.kind === 'queued') this.#land(settled, at);
    }
  }

  #land({ request, notAfter = Number.POSITIVE_INFINITY }: QueuedRow, at: number): void {
    if (at > notAfter) return;
    if (request.call === 'book') this.book(request.booking, () => request.fate, at);
    else if (request.call === 'cancel') this.cancel(request.cancellation, () => request.departs, at);
    else this.block(request.key, at);
  }

  #depart({ due: _, ...row }: ShipmentRow, at: number): ShipmentRow {
    return this.#enter({ ...row, status: 'departed' }, at);
  }

  #enter(row: ShipmentRow, at: number): ShipmentRow {
    const { id, key, status: effect } = row;
    this.#store.put(row);
    this.#past.note(row, at);
    this.#store.note({ kind: 'effect', at: instant(at), effect, key, id });
    return row;
  }

  #all(orderId?: string, attempt = 1): readonly ShipmentRow[] {
    if (orderId !== undefined) return this.#shipments(operationKey(orderId, 'ship', attempt));
    return this.#store.rows().filter((row) => row.kind === 'shipment');
  }

  #shipments(key: string): readonly ShipmentRow[] {
    return this.#store.ofKey(key).filter((row) => row.kind === 'shipment');
  }

  #cancellations(key: string): readonly CancellationRow[] {
    return this.#store.ofKey(key).filter((row) => row.kind === 'cancellation');
  }

  #keyLives(row: ShipmentRow | CancellationRow, now: number): boolean {
    return (row.kind === 'shipment' && isSettled(row)) || now < row.madeAt + this.#settings.keysLiveMs;
  }

  #id(prefix: string): string {
    return `${prefix}_${this.#store.count() + 1}`;
  }
}

/**
 * Undone, or past it. Its key holds for ever: that is not an answer that is replayed but a promise, for a request may
 * arrive when its key would be forgotten.
 */
function isSettled({ status }: ShipmentRow): boolean {
  return status === 'blocked' || status === 'cancelled' || status === 'departed';
}

function withoutMarks<T extends ShipmentMarks>({ cancelUnavailable: _, answersToLose: __, ...rest }: T) {
  return rest;
}
