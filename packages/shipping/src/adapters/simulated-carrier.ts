import { instant } from '@order-workflow/order-domain';
import type { Clock } from '@order-workflow/stage-kit';
import type { Carrier, CarrierAnswer, LedgerEntry, ShipmentRequest } from '../ports/carrier.ts';
import { ordinaryPostalCode, simulatedPostalCodes } from './simulated-postal-codes.ts';

interface Simulation {
  /**
   * Whose carrier this is. The two stages run in processes that share no memory: for `book`, what this carrier has not
   * booked itself is not booked; for `undo`, every order is taken to have been booked as its postal code says.
   */
  readonly stage: 'book' | 'undo';
  readonly clock: Clock;
}

interface Kept {
  readonly print: string;
  readonly entry: LedgerEntry;
}

/** Older bookings are forgotten, so that a process that lives long does not grow; but never that one was undone. */
const remembered = 1_000;
const undoings: ReadonlySet<CarrierAnswer['kind']> = new Set(['blocked', 'cancelled']);
const down = { kind: 'unavailable', detail: 'the simulated carrier is down' } as const;
const lost = { kind: 'unknown', detail: 'the simulated answer was lost' } as const;
const none = { kind: 'none' } as const;
const simulated = { simulated: true } as const;

/**
 * A carrier inside the process, for a workflow without one: nothing is random, nothing waits, and the postal code says
 * what happens (simulated-postal-codes.ts). Its ids come from the key.
 */
export function simulatedCarrier({ stage, clock }: Simulation): Carrier {
  const ledger = new Map<string, Kept>();
  const undone = new Map<string, Kept>();
  const kept = (key: string) => undone.get(key) ?? ledger.get(key);

  function keep(shipment: ShipmentRequest, made: LedgerEntry): LedgerEntry {
    const entry = { ...made, ...simulated };
    ledger.delete(shipment.key);
    (undoings.has(entry.kind) ? undone : ledger).set(shipment.key, { print: JSON.stringify(shipment), entry });
    const oldest = ledger.keys().next().value;
    if (ledger.size > remembered && oldest !== undefined) ledger.delete(oldest);
    return entry;
  }

  function stands(shipment: ShipmentRequest): LedgerEntry | typeof none {
    return kept(shipment.key)?.entry ?? (stage === 'undo' ? firstEntry(shipment, clock) : none);
  }

  return {
    async find(shipment) {
      return stage === 'book' && meaningOf(shipment).answerLost && kept(shipment.key) ? lost : stands(shipment);
    },

    async book(shipment) {
      const earlier = kept(shipment.key);
      if (earlier && earlier.print !== JSON.stringify(shipment))
        return { kind: 'misused', detail: 'the key was used for another shipment' };
      const entry = earlier?.entry ?? firstEntry(shipment, clock);
      if (entry.kind === 'none') return down;
      if (!earlier) keep(shipment, entry);
      return meaningOf(shipment).answerLost ? lost : entry;
    },

    async cancel({ shipmentId, shipment }): Promise<CarrierAnswer> {
      if (meaningOf(shipment).cancelUnavailable) return down;
      const entry = stands(shipment);
      if (!('shipmentId' in entry)) return entry;
      if (entry.shipmentId !== shipmentId)
        return { kind: 'misused', detail: 'the cancellation is for another shipment' };
      return entry.kind === 'booked' ? keep(shipment, { kind: 'cancelled', shipmentId }) : entry;
    },

    async block(shipment) {
      if (meaningOf(shipment).cancelUnavailable) return down;
      const entry = stands(shipment);
      return entry.kind === 'none' || entry.kind === 'refused' ? keep(shipment, { kind: 'blocked' }) : entry;
    },
  };
}

function meaningOf({ address }: ShipmentRequest) {
  return simulatedPostalCodes.get(address?.postalCode ?? '') ?? ordinaryPostalCode;
}

/** What a booking becomes when it is made for the first time. */
function firstEntry(shipment: ShipmentRequest, clock: Clock): LedgerEntry | typeof none {
  const { booking: kind } = meaningOf(shipment);
  if (kind === 'nothing') return none;
  if (typeof kind === 'object') return { kind: 'refused', reason: kind.refused, ...simulated };
  return {
    kind,
    shipmentId: `sim-${shipment.key}`,
    trackingNumber: simulatedTrackingNumber(shipment.key),
    carrier: 'Simulated Parcel',
    service: shipment.service,
    bookedAt: instant(clock.now()),
    ...simulated,
  };
}

/** A tracking number that follows from the key: `SIM` and the key's 64 bits of FNV-1a as 20 digits. */
function simulatedTrackingNumber(key: string): string {
  let hash = 0xcbf29ce484222325n;
  for (const byte of Buffer.from(key)) hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n);
  return `SIM${String(hash).padStart(20, '0')}`;
}
