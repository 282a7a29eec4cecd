import type { Booking, LedgerEntry, Misused, NoShipment, ShipmentRequest } from '../src/ports/carrier.ts';

type Answer = LedgerEntry | NoShipment | Misused;

const settled: ReadonlySet<Answer['kind']> = new Set(['blocked', 'cancelled', 'departed']);

interface Shipment {
  readonly key: string;
  readonly print: string;
  entry: LedgerEntry;
}

/** What the tests' carrier keeps: every shipment it ever booked, and the keys whose answers it still replays. */
export class ShipmentLedger {
  /** Whether the carrier takes what it is given; the postal codes `REFUSED` and `DEPARTED` say it for one parcel. */
  accepts = true;
  readonly #shipments: Shipment[] = [];
  readonly #replayed = new Map<string, Shipment>();

  /** How many shipments were ever booked. */
  get booked(): number {
    return this.#shipments.filter(({ entry }) => 'shipmentId' in entry).length;
  }

  /** What has gone out or will. */
  get standing(): LedgerEntry[] {
    return this.#shipments.map(({ entry }) => entry).filter(({ kind }) => kind === 'booked' || kind === 'departed');
  }

  /** The carrier forgets the answers it gave, as real ones do after a day. It never forgets a shipment, nor that one was undone or has left. */
  forgetKeys(): void {
    for (const [key, { entry }] of this.#replayed) if (!settled.has(entry.kind)) this.#replayed.delete(key);
  }

  /** Everything that is booked leaves the warehouse. */
  depart(): void {
    for (const shipment of this.#shipments)
      if (shipment.entry.kind === 'booked') shipment.entry = { ...shipment.entry, kind: 'departed' };
  }

  find(key: string): Answer {
    return this.#of(key)?.entry ?? { kind: 'none' };
  }

  book(asked: ShipmentRequest): Answer {
    const print = JSON.stringify(asked);
    const earlier = this.#replayed.get(asked.key);
    if (earlier?.entry.kind === 'blocked' || earlier?.print === print) return earlier.entry;
    if (earlier) return { kind: 'misused', detail: 'another shipment' };
    return this.#keep(asked.key, print, this.#accept(asked));
  }

  cancel(key: string, shipmentId: string): Answer {
    const shipment = this.#of(key);
    if (shipment === undefined) return { kind: 'none' };
    const { entry } = shipment;
    if ('shipmentId' in entry && entry.shipmentId !== shipmentId)
      return { kind: 'misused', detail: 'another shipment' };
    if (entry.kind === 'booked') shipment.entry = { kind: 'cancelled', shipmentId };
    return shipment.entry;
  }

  block(key: string): Answer {
    const shipment = this.#of(key);
    if (shipment?.entry.kind === 'refused')
      this.#replayed.set(key, Object.assign(shipment, { entry: { kind: 'blocked' } }));
    return shipment?.entry ?? this.#keep(key, '', { kind: 'blocked' });
  }

  #of(key: string): Shipment | undefined {
    return this.#shipments.find((shipment) => shipment.key === key);
  }

  #keep(key: string, print: string, entry: LedgerEntry): LedgerEntry {
    const shipment = { key, print, entry };
    this.#shipments.push(shipment);
    this.#replayed.set(key, shipment);
    return entry;
  }

  #accept({ address, service }: ShipmentRequest): LedgerEntry {
    const number = this.#shipments.length + 1;
    if (!this.accepts || address?.postalCode === 'REFUSED') return { kind: 'refused', reason: 'not-served' };
    const booking: Booking = {
      shipmentId: `sh_${number}`,
      trackingNumber: `TRACK${number}`,
      carrier: 'Test Parcel',
      service,
      bookedAt: '2026-03-02T10:00:00.000Z',
    };
    return { kind: address?.postalCode === 'DEPARTED' ? 'departed' : 'booked', ...booking };
  }
}
