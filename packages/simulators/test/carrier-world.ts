import fc from 'fast-check';
import { readCarrierOperation } from '../src/carrier/read-carrier-operation.ts';
import { shipmentBook } from '../src/carrier/shipment-book.ts';
import { ShipmentLedger } from '../src/carrier/shipment-ledger.ts';
import type { CarrierStore } from '../src/carrier/shipment-row.ts';
import { createSwitchboard } from '../src/faults/switchboard.ts';
import type { PlainRequest } from '../src/server/operation.ts';
import { type Ran, runOperation } from '../src/server/run-operation.ts';
import { aClock } from '../src/testing/a-clock.ts';
import { faultAt } from '../src/testing/fault-at.ts';

export const keysLiveMs = 10_000;

/** Something that happens to a carrier: a request, time that passes, or a fault that is switched on. */
export type CarrierEvent =
  | { readonly kind: 'request'; readonly request: PlainRequest }
  | { readonly kind: 'cancel'; readonly order: number; readonly of: number }
  | { readonly kind: 'wait'; readonly ms: number }
  | { readonly kind: 'fault'; readonly fault: string };

const order = fc.integer({ min: 1, max: 2 });
const faults = ['refused', 'departed', 'lands-late', 'cut-after', 'unavailable'].map((name) => `shipping=${name}`);
faults.push('cancel=departed', 'cancel=lands-late', 'cancel.block=lands-late', 'cancel=error-before');

const shipKey = (of: number) => `order-${of}-ship`;

function request(method: string, path: string[], idempotencyKey?: string, body?: unknown): CarrierEvent {
  return { kind: 'request', request: { method, path, idempotencyKey, body } };
}

export const carrierEvent: fc.Arbitrary<CarrierEvent> = fc.oneof(
  fc.tuple(order, fc.constantFrom(100, 100, 100, 101)).map(([of, weight]) => {
    const key = shipKey(of);
    return request('POST', ['shipments'], key, {
      key,
      service: 'Pickup',
      weight,
      contents: [],
      recipient: { name: 'Ada' },
    });
  }),
  order.map((of) => request('GET', ['shipments', shipKey(of)])),
  order.map((of) => request('PUT', ['shipments', shipKey(of), 'block'])),
  fc.record({ kind: fc.constant('cancel'), order, of: order }),
  fc.record({ kind: fc.constant('wait'), ms: fc.constantFrom(1, 500, 1_000, 6_000) }),
  fc.record({ kind: fc.constant('fault'), fault: fc.constantFrom(...faults).map((fault) => `${fault}:1`) }),
);

/** A carrier without its sockets. `openStore` may be called again, as when a process ends and another begins. */
export function carrierWorld(openStore: () => CarrierStore) {
  const clock = aClock();
  const switchboard = createSwitchboard();
  const settings = { clock, keysLiveMs, settlesAfterMs: 1_000, readsLagMs: 0, departsAfterMs: 8_000 };
  const open = () => new ShipmentLedger(openStore(), settings);
  let ledger = open();

  function send(plain: PlainRequest): Ran {
    const operation = readCarrierOperation(ledger, switchboard)(plain);
    if (operation === undefined || 'problem' in operation) throw new Error(JSON.stringify({ plain, operation }));
    return runOperation(operation, { layer: 'carrier', ledger, switchboard });
  }

  return {
    clock,
    book: () => shipmentBook(ledger),
    /** All that is known about it. */
    state: () => ({ history: shipmentBook(ledger).history(), journal: ledger.journal() }),
    happen(event: CarrierEvent): Ran | undefined {
      if (event.kind === 'wait') return void clock.advance(event.ms);
      if (event.kind === 'fault') return void switchboard.add(faultAt(event.fault));
      if (event.kind === 'request') return send(event.request);
      const shipment = ledger.find(shipKey(event.of));
      const shipmentId = typeof shipment === 'string' ? 'sh_none' : shipment.id;
      const body = { shipmentKey: shipKey(event.of), shipmentId };
      return send({ method: 'POST', path: ['cancellations'], idempotencyKey: `order-${event.order}-cancel`, body });
    },
    reopen() {
      ledger.close();
      ledger = open();
    },
    close: () => ledger.close(),
  };
}
