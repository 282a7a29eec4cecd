import type { Carrier, CarrierAnswer } from '../src/ports/carrier.ts';
import type { ShipmentLedger } from './shipment-ledger.ts';

/**
 * What goes wrong with one call. `lost-late`: the caller hears nothing, and the effect comes when the next call is made
 * or later, as with a request that waits in a queue. `departs`: what is booked leaves the warehouse before the call.
 */
export const carrierFaults = ['none', 'unavailable', 'lost-before', 'lost-after', 'lost-late', 'departs'] as const;
export type CarrierFault = (typeof carrierFaults)[number];

/** The ledger as a carrier whose calls meet the scripted faults in turn, and none when the script is over. */
export function faultyCarrier(ledger: ShipmentLedger, script: readonly CarrierFault[]) {
  const left = [...script];
  const late: (() => unknown)[] = [];

  async function call(effect: () => CarrierAnswer): Promise<CarrierAnswer> {
    const fault = left.shift() ?? 'none';
    if (fault === 'unavailable') return { kind: 'unavailable', detail: 'down' };
    if (fault === 'lost-late') {
      late.push(effect);
      return { kind: 'unknown', detail: 'lost' };
    }
    landLate();
    if (fault === 'departs') ledger.depart();
    const answer = fault === 'lost-before' ? undefined : effect();
    return fault.startsWith('lost') || answer === undefined ? { kind: 'unknown', detail: 'lost' } : answer;
  }

  function landLate(): void {
    for (const effect of late.splice(0)) effect();
  }

  const carrier: Carrier = {
    find: ({ key }) => call(() => ledger.find(key)),
    book: (shipment) => call(() => ledger.book(shipment)),
    cancel: ({ shipmentId, shipment }) => call(() => ledger.cancel(shipment.key, shipmentId)),
    block: ({ key }) => call(() => ledger.block(key)),
  };
  return { carrier, landLate };
}
