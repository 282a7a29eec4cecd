import { afterEach, describe, expect, it } from 'vitest';
import { startGateway } from '../../test/gateway-server.ts';
import { mostGatewayCalls } from '../ensure-nothing-held.ts';
import type { ChargeRequest } from '../ports/payment-gateway.ts';
import { processPayment } from '../process-payment-stage.ts';
import { refundPayment } from '../refund-payment-stage.ts';
import { callTimeoutMs, paymentGatewayFromEnvironment } from './payment-gateway-from-environment.ts';

const charge: ChargeRequest = { key: 'order-1-charge', amount: { amount: 1, currency: 'EUR' }, method: 'PayPal' };
let close = async () => {};
afterEach(() => close());

describe(paymentGatewayFromEnvironment, () => {
  it.each([{}, { PAYMENT_GATEWAY_URL: '', PAYMENT_GATEWAY_TIMEOUT_MS: '' }])(
    'simulates without an address: %j',
    async (environment) => {
      const gateway = paymentGatewayFromEnvironment(environment, 'charge');
      expect(await gateway.charge(charge)).toMatchObject({ chargeId: 'sim-order-1-charge' });
    },
  );

  it('talks to the gateway at the address, no longer than it may', async () => {
    const server = await startGateway();
    close = server.close;
    const environment = { PAYMENT_GATEWAY_URL: server.url, PAYMENT_GATEWAY_TIMEOUT_MS: '100' };
    const gateway = paymentGatewayFromEnvironment(environment, 'charge');
    expect(await gateway.charge(charge)).toMatchObject({ chargeId: 'ch_1' });
    server.misbehave('silence-before');
    expect(await gateway.find(charge)).toEqual({ outcome: 'unknown', detail: 'no answer within 100 ms' });
  });

  it.each(['0', '-1', '1.5', 'soon', '5001', 'Infinity'])('refuses a time-out of %s', (milliseconds) => {
    const environment = { PAYMENT_GATEWAY_TIMEOUT_MS: milliseconds };
    expect(() => paymentGatewayFromEnvironment(environment, 'undo')).toThrow(RangeError);
  });

  it('leaves both stages time for all of their calls', () => {
    expect(processPayment.timeoutSeconds * 1_000).toBeGreaterThan(2 * callTimeoutMs);
    expect(refundPayment.timeoutSeconds * 1_000).toBeGreaterThan(mostGatewayCalls * callTimeoutMs);
  });
});
