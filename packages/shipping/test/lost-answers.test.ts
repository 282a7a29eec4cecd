import { type CarrierSimulator, startCarrier } from '@order-workflow/simulators';
import { attempts, patientTries, temporaryLedgerFile } from '@order-workflow/simulators/testing';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { bookShipment, ensureNoShipment, httpCarrier } from '../src/index.ts';

/** The stage as the workflow retries it, against magic postal codes that its own simulated carrier knows too. */

let file: ReturnType<typeof temporaryLedgerFile>;
let carrier: CarrierSimulator;

beforeEach(async () => {
  file = temporaryLedgerFile();
  carrier = await startCarrier({ ledgerFile: file.ledgerFile });
});
afterEach(async () => {
  await carrier.close();
  file.remove();
});

function shipment(postalCode: string) {
  const shippingAddress = { line1: '1 Street', city: 'Town', country: 'DE', postalCode };
  const input = { order: { orderId: '7', shippingAddress }, validation: { lines: [], weight: 100 } };
  const ports = () => ({ carrier: httpCarrier({ url: carrier.url, timeoutMs: 60_000 }), clock: Date });
  return {
    book: (most = patientTries) => attempts(most, () => bookShipment(input, ports())),
    undo: () => attempts(patientTries, () => ensureNoShipment(input, ports())),
  };
}

describe('a postal code', () => {
  it.each([
    ['SIM-TIMEOUT', 'cancelled', 0],
    ['SIM-DEPARTED', 'on-its-way', 1],
  ])('%s: the booking stays unknown until the stage gives up, and the undo finds it', async (code, status, sent) => {
    const { book, undo } = shipment(code);
    expect(await book()).toMatchObject({ tries: 31, failure: { name: 'ShipmentOutcomeUnknown' } });
    expect(await undo()).toMatchObject({ tries: 4, receipt: { status } });
    expect(carrier.ledger.shipments('7')).toHaveLength(sent);
  });

  it('SIM-UNAVAILABLE: nothing is booked in the end', async () => {
    const { book, undo } = shipment('SIM-UNAVAILABLE');
    expect(await book()).toMatchObject({ tries: 31, failure: { name: 'CarrierUnavailable' } });
    expect(await undo()).toMatchObject({ tries: 1, receipt: { status: 'never-booked' } });
  });

  it('SIM-CANCEL-DOWN: no cancellation gets through until the carrier is repaired, over HTTP too', async () => {
    const { book, undo } = shipment('SIM-CANCEL-DOWN');
    await book();
    expect(await undo()).toMatchObject({ tries: 31, failure: { name: 'CarrierUnavailable' } });
    expect(await fetch(`${carrier.url}/_magic`)).toMatchObject({ status: 405 });
    expect(await fetch(`${carrier.url}/_magic`, { method: 'DELETE' })).toMatchObject({ status: 200 });
    expect(await undo()).toMatchObject({ tries: 1, receipt: { status: 'cancelled' } });
    expect(carrier.ledger.shipments()).toEqual([]);
  });

  it('SIM-TIMEOUT: the booking is voided by a repair while its answers still get lost', async () => {
    const { book } = shipment('SIM-TIMEOUT');
    await book(2);
    carrier.ledger.repair();
    expect(await book(1)).toMatchObject({ receipt: { service: 'Standard' } });
  });
});
