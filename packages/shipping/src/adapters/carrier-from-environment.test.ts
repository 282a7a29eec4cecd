import { callTimeoutMs, secretTimeoutMs } from '@order-workflow/stage-kit/http';
import { startSecretsManager } from '@order-workflow/stage-kit/testing/http';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startCarrier } from '../../test/carrier-server.ts';
import { cancelShipment } from '../cancel-shipment-stage.ts';
import { mostCarrierCalls } from '../ensure-no-shipment.ts';
import type { ShipmentRequest } from '../ports/carrier.ts';
import { shipOrder } from '../ship-order-stage.ts';
import { carrierFromEnvironment } from './carrier-from-environment.ts';

const shipment: ShipmentRequest = { key: 'order-1-ship', service: 'Pickup', weight: 1, contents: [] };

describe(carrierFromEnvironment, () => {
  it.each([{}, { CARRIER_URL: '' }])('simulates without an address: %j', async (environment) => {
    const carrier = carrierFromEnvironment(environment, 'book');
    expect(await carrier.book(shipment)).toMatchObject({ shipmentId: 'sim-order-1-ship' });
  });

  it('talks to the carrier at the address, and shows it the secret that is named', async () => {
    const arn = 'arn:aws:secretsmanager:us-east-1:000000000000:secret:carrier-AbCdEf';
    await startSecretsManager(arn, () => 'key-1');
    const server = await startCarrier({ token: () => 'key-1' });
    onTestFinished(server.close);
    const carrier = carrierFromEnvironment({ CARRIER_URL: server.url, CARRIER_SECRET_ARN: arn }, 'book');
    expect(await carrier.book(shipment)).toMatchObject({ shipmentId: 'sh_1' });
  });

  it('leaves both stages time for all of their calls', () => {
    expect(shipOrder.timeoutSeconds * 1_000).toBeGreaterThan(secretTimeoutMs + 2 * callTimeoutMs);
    expect(cancelShipment.timeoutSeconds * 1_000).toBeGreaterThan(secretTimeoutMs + mostCarrierCalls * callTimeoutMs);
  });
});
