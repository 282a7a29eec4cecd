import { holdTimeLimits } from '@order-workflow/toolchain/hold-time-limits';
import { afterEach, describe, expect, it, onTestFinished } from 'vitest';
import { startCarrier } from '../../test/carrier-server.ts';
import { startSecretsManager } from '../../test/secrets-manager.ts';
import { cancelShipment } from '../cancel-shipment-stage.ts';
import { mostCarrierCalls } from '../ensure-no-shipment.ts';
import type { ShipmentRequest } from '../ports/carrier.ts';
import { shipOrder } from '../ship-order-stage.ts';
import { callTimeoutMs, carrierFromEnvironment, secretTimeoutMs } from './carrier-from-environment.ts';

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
    const limits = holdTimeLimits();
    onTestFinished(limits.letGo);
    const server = await startCarrier({ onSilence: limits.pass });
    close = server.close;
    const environment = { CARRIER_URL: server.url, CARRIER_TIMEOUT_MS: '1000' };
    const carrier = carrierFromEnvironment(environment, 'book');
    expect(await carrier.book(shipment)).toMatchObject({ shipmentId: 'sh_1' });
    server.misbehave('silence-before');
    expect(await carrier.find(shipment)).toEqual({ kind: 'unknown', detail: 'no answer within 1000 ms' });
    expect(limits.asked).toEqual([1_000, 1_000]);
  });

  const arn = 'arn:aws:secretsmanager:us-east-1:000000000000:secret:carrier-AbCdEf';

  it('shows the secret that is named, and after a rotation the new one, as soon as the old one is refused', async () => {
    let secret = 'key-1';
    let accepted = 'key-1';
    await startSecretsManager(arn, () => secret);
    const server = await startCarrier({ token: () => accepted });
    close = server.close;
    const carrier = carrierFromEnvironment({ CARRIER_URL: server.url, CARRIER_SECRET_ARN: arn }, 'book');
    expect(await carrier.book(shipment)).toMatchObject({ kind: 'booked' });
    secret = accepted = 'key-2';
    expect(await carrier.book(shipment)).toEqual({ kind: 'unavailable', detail: 'answered 401' });
    expect(await carrier.book(shipment)).toMatchObject({ kind: 'booked' });
  });

  it('sends nothing when the secret cannot be read, and does not say more than why', async () => {
    await startSecretsManager(arn, () => undefined);
    const server = await startCarrier();
    close = server.close;
    const carrier = carrierFromEnvironment({ CARRIER_URL: server.url, CARRIER_SECRET_ARN: arn }, 'book');
    const detail = 'the credential could not be read (ResourceNotFoundException)';
    expect(await carrier.book(shipment)).toEqual({ kind: 'unavailable', detail });
    expect(server.seen).toEqual([]);
  });

  it('refuses a secret for nobody: the simulated carrier would take every order unseen', () => {
    expect(() => carrierFromEnvironment({ CARRIER_SECRET_ARN: arn }, 'undo')).toThrow(
      'CARRIER_SECRET_ARN: given without CARRIER_URL, expected both',
    );
  });

  it.each(['0', '-1', '1.5', 'soon', '5001', 'Infinity'])('refuses a time-out of %s', (milliseconds) => {
    const environment = { CARRIER_TIMEOUT_MS: milliseconds };
    expect(() => carrierFromEnvironment(environment, 'undo')).toThrow(RangeError);
  });

  it('leaves both stages time for all of their calls', () => {
    expect(shipOrder.timeoutSeconds * 1_000).toBeGreaterThan(secretTimeoutMs + 2 * callTimeoutMs);
    expect(cancelShipment.timeoutSeconds * 1_000).toBeGreaterThan(secretTimeoutMs + mostCarrierCalls * callTimeoutMs);
  });
});
