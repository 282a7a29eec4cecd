import { describe, expect, it } from 'vitest';
import { aShippableOrder } from '../test/a-shippable-order.ts';
import { faultyCarrier } from '../test/faulty-carrier.ts';
import { ShipmentLedger } from '../test/shipment-ledger.ts';
import { bookShipment } from './book-shipment.ts';
import { ensureNoShipment } from './ensure-no-shipment.ts';

/** Mistakes of other order workflows that must not be ours: docs/defects.md. */

const input = aShippableOrder();
const clock = { now: () => 0 };

describe('a booking whose answer is lost', () => {
  it('is cancelled when it timed out and only then landed, so that no parcel goes out that is refunded', async () => {
    const ledger = new ShipmentLedger();
    const { carrier, landLate } = faultyCarrier(ledger, ['none', 'lost-late']);
    expect(await bookShipment(input, { carrier })).toMatchObject({ failure: { name: 'ShipmentOutcomeUnknown' } });
    landLate();
    expect(ledger.standing).toHaveLength(1);
    expect(await ensureNoShipment(input, { carrier, clock })).toMatchObject({ receipt: { status: 'cancelled' } });
    expect(ledger.standing).toEqual([]);
  });
});

describe('a shipment of nothing', () => {
  it('is booked and cancelled like any other and brings nothing down: an empty reservation is no panic', async () => {
    const empty = { ...input, validation: { lines: [], weight: 0 } };
    const { carrier } = faultyCarrier(new ShipmentLedger(), []);
    expect(await bookShipment(empty, { carrier })).toMatchObject({ kind: 'receipt' });
    expect(await ensureNoShipment(empty, { carrier, clock })).toMatchObject({ receipt: { status: 'cancelled' } });
  });
});
