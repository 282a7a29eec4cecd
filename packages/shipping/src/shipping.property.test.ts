import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aShippableOrder } from '../test/a-shippable-order.ts';
import { carrierFaults, faultyCarrier } from '../test/faulty-carrier.ts';
import { ShipmentLedger } from '../test/shipment-ledger.ts';
import { bookShipment } from './book-shipment.ts';
import { ensureNoShipment } from './ensure-no-shipment.ts';
import { shipmentRequest } from './shippable-order.ts';

const clock = { now: () => 0 };
const input = aShippableOrder();

interface Attempt {
  /** Whether a day passes before, in which the carrier forgets its keys and all that was late lands. */
  readonly forgets: boolean;
  /** What the calls meet. */
  readonly script: readonly (typeof carrierFaults)[number][];
}

const attempts: fc.Arbitrary<Attempt[]> = fc.array(
  fc.record({ forgets: fc.boolean(), script: fc.array(fc.constantFrom(...carrierFaults), { maxLength: 5 }) }),
  { minLength: 1, maxLength: 6 },
);

/** Runs Ship Order again and again until it leaves a receipt or is refused. */
async function ship(ledger: ShipmentLedger, runs: readonly Attempt[]) {
  let late = () => {};
  let decision: Awaited<ReturnType<typeof bookShipment>> | undefined;
  for (const { forgets, script } of runs) {
    if (forgets) {
      late();
      ledger.forgetKeys();
    }
    const { carrier, landLate } = faultyCarrier(ledger, script);
    decision = await bookShipment(input, { carrier });
    const earlier = late;
    late = () => {
      earlier();
      landLate();
    };
    if (decision.kind === 'receipt' || decision.failure.family === 'rejection') break;
  }
  return { shipment: decision?.kind === 'receipt' ? decision.receipt : undefined, decision, late };
}

describe(bookShipment, () => {
  it('never books twice and tells the truth, whatever the carrier answers and forgets', async () => {
    await fc.assert(
      fc.asyncProperty(fc.boolean(), attempts, async (accepts, runs) => {
        const ledger = new ShipmentLedger();
        ledger.accepts = accepts;
        const { decision, late } = await ship(ledger, runs);
        if (decision?.kind === 'receipt') expect(ledger.standing).toMatchObject([{ shipmentId: 'sh_1' }]);
        if (decision?.kind === 'failure' && decision.failure.family === 'rejection')
          expect(ledger.standing).toEqual([]);
        late();
        expect(ledger.booked).toBeLessThanOrEqual(1);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe(ensureNoShipment, () => {
  it('leaves a receipt only when no parcel goes out, or the very parcel that does', async () => {
    await fc.assert(
      fc.asyncProperty(fc.boolean(), attempts, attempts, async (accepts, bookings, undos) => {
        const ledger = new ShipmentLedger();
        ledger.accepts = accepts;
        const { shipment, late } = await ship(ledger, bookings);
        for (const { script } of undos) {
          const { carrier, landLate } = faultyCarrier(ledger, script);
          const settled = await ensureNoShipment({ ...input, shipment }, { carrier, clock });
          landLate();
          if (settled.kind === 'failure') continue;
          late();
          // A duplicate that comes now, of the request or of the whole stage, sends nothing either.
          if (!bookings.some(({ forgets }) => forgets)) ledger.book(shipmentRequest(input));
          await bookShipment(input, { carrier: faultyCarrier(ledger, []).carrier });
          const { receipt } = settled;
          if (receipt.status !== 'on-its-way') expect(ledger.standing).toEqual([]);
          else {
            const { estimatedDelivery, ...booking } = receipt.standing;
            expect(ledger.standing).toEqual([{ kind: 'departed', ...booking }]);
          }
        }
      }),
      { numRuns: 2_000 },
    );
  });

  it('ends, once the carrier works again', async () => {
    await fc.assert(
      fc.asyncProperty(fc.boolean(), attempts, attempts, async (accepts, bookings, undos) => {
        const ledger = new ShipmentLedger();
        ledger.accepts = accepts;
        const { shipment, late } = await ship(ledger, bookings);
        for (const { script } of undos)
          await ensureNoShipment({ ...input, shipment }, { carrier: faultyCarrier(ledger, script).carrier, clock });
        late();
        const { carrier } = faultyCarrier(ledger, []);
        expect((await ensureNoShipment({ ...input, shipment }, { carrier, clock })).kind).toBe('receipt');
      }),
      { numRuns: 1_000 },
    );
  });
});
