import { type CarrierSimulator, startCarrier } from '@order-workflow/simulators';
import { aClock, faultAt } from '@order-workflow/simulators/testing';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { bookShipment, ensureNoShipment, httpCarrier } from '../src/index.ts';

/**
 * An order whose first execution was fulfilled comes again after 91 days: its name is free at Step Functions and its key
 * is forgotten at the carrier (docs/decisions/0008).
 */

const clock = aClock();
const days = 24 * 60 * 60 * 1000;
let carrier: CarrierSimulator;
let first: ReturnType<typeof submit>;

beforeEach(async () => {
  carrier = await startCarrier({ clock });
  first = submit();
  await first.ship();
  clock.advance(91 * days);
});
afterEach(() => carrier.close());

/** An execution of order 7 that begins now. */
function submit({ postalCode = '10115', weight = 100 } = {}) {
  const order = { orderId: '7', shippingAddress: { line1: '1 Street', city: 'Town', country: 'DE', postalCode } };
  const execution = { startedAt: new Date(clock.now()).toISOString() };
  const input = { order, validation: { lines: [], weight }, execution };
  const ports = { clock, carrier: httpCarrier({ url: carrier.url, timeoutMs: 60_000 }) };
  return { ship: () => bookShipment(input, ports), cancel: () => ensureNoShipment(input, ports) };
}

/** The first execution's parcel, and nothing else, is there. */
function expectNothingChanged() {
  expect(carrier.ledger.history()).toMatchObject([{ status: 'booked' }]);
}

describe('an order that is submitted again after its key has expired', () => {
  it('is not shipped twice, and has the receipt of the first time', async () => {
    expect(await submit().ship()).toMatchObject({ receipt: { shipmentId: carrier.ledger.history()[0]?.shipmentId } });
    expectNothingChanged();
  });

  it('is not shipped twice to another address either', async () => {
    expect(await submit({ postalCode: '20095' }).ship()).toMatchObject({ kind: 'receipt' });
    expectNothingChanged();
  });

  it('of another service is left to a person: the first parcel stands', async () => {
    const again = submit({ weight: 50_000 });
    await expect(again.ship()).rejects.toMatchObject({ name: 'ShipmentMismatch' });
    await expect(again.cancel()).rejects.toMatchObject({ name: 'ShipmentMismatch' });
    expectNothingChanged();
  });

  it('goes forward with the first parcel when its own Ship Order fails: the first purchase is not undone', async () => {
    const again = submit();
    carrier.switchboard.set([faultAt('shipping.find=unavailable')]);
    expect(await again.ship()).toMatchObject({ failure: { name: 'CarrierUnavailable' } });
    carrier.switchboard.clear();
    expect(await again.cancel()).toMatchObject({
      receipt: { status: 'booked-before', standing: { shipmentId: carrier.ledger.history()[0]?.shipmentId } },
    });
    expectNothingChanged();
  });

  it('still lets the first execution undo its own, should that one be redriven', async () => {
    expect(await first.cancel()).toMatchObject({ receipt: { status: 'cancelled' } });
    expect(carrier.ledger.shipments()).toEqual([]);
  });
});
