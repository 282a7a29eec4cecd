import { afterEach, describe, expect, it } from 'vitest';
import { startCarrier } from '../../test/carrier-server.ts';
import { cancelShipment } from '../cancel-shipment-stage.ts';
import { mostCarrierCalls } from '../ensure-no-shipment.ts';
import type { ShipmentRequest } from '../ports/carrier.ts';
import { shipOrder } from '../ship-order-stage.ts';
import { callTimeoutMs, carrierFromEnvironment } from './carrier-from-environment.ts';

const shipment: ShipmentRequest = { key: 'order-1-ship', service: 'Pickup', weight: 1, contents: [] };
let close = async () => {};
afterEach(() => close());

describe(carrierFromEnvironment, () => {
  it.each([{}, { CARRIER_URL: '', CARRIER_TIMEOUT_MS: '' }])(
    'simulates without an address: %j',
    async (environment) => {
      const carrier = carrierFromEnvironment(environment, 'book');
      expect(await carrier.book(shipment)).toMatchObject({ shipmentId: 'sim-order-1-ship' });
    },
  );

  it('talks to the carrier at the address, no longer than it may', async () => {
    const server = await startCarrier();
    close = server.close;
    const environment = { CARRIER_URL: server.url, CARRIER_TIMEOUT_MS: '100' };
    const carrier = carrierFromEnvironment(environment, 'book');
    expect(await carrier.book(shipment)).toMatchObject({ shipmentId: 'sh_1' });
    server.misbehave('silence-before');
    expect(await carrier.find(shipment)).toEqual({ outcome: 'unknown', detail: 'no answer within 100 ms' });
  });

  it.each(['0', '-1', '1.5', 'soon', '5001', 'Infinity'])('refuses a time-out of %s', (milliseconds) => {
    const environment = { CARRIER_TIMEOUT_MS: milliseconds };
    expect(() => carrierFromEnvironment(environment, 'undo')).toThrow(RangeError);
  });

  it('leaves both stages time for all of their calls', () => {
    expect(shipOrder.timeoutSeconds * 1_000).toBeGreaterThan(2 * callTimeoutMs);
    expect(cancelShipment.timeoutSeconds * 1_000).toBeGreaterThan(mostCarrierCalls * callTimeoutMs);
  });
});
