import { callTimeoutMs, secretTimeoutMs } from '@order-workflow/stage-kit/http';
import { startSecretsManager } from '@order-workflow/stage-kit/testing/http';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startGateway } from '../../test/gateway-server.ts';
import { mostGatewayCalls } from '../ensure-nothing-held.ts';
import type { ChargeRequest } from '../ports/payment-gateway.ts';
import { processPayment } from '../process-payment-stage.ts';
import { refundPayment } from '../refund-payment-stage.ts';
import { paymentGatewayFromEnvironment } from './payment-gateway-from-environment.ts';

const charge: ChargeRequest = { key: 'order-1-charge', amount: { amount: 1, currency: 'EUR' }, method: 'PayPal' };

describe(paymentGatewayFromEnvironment, () => {
  it.each([{}, { PAYMENT_GATEWAY_URL: '' }])('simulates without an address: %j', async (environment) => {
    const gateway = paymentGatewayFromEnvironment(environment, 'charge');
    expect(await gateway.charge(charge)).toMatchObject({ chargeId: 'sim-order-1-charge' });
  });

  it('talks to the gateway at the address, and shows it the secret that is named', async () => {
    const arn = 'arn:aws:secretsmanager:us-east-1:000000000000:secret:gateway-AbCdEf';
    await startSecretsManager(arn, () => 'key-1');
    const server = await startGateway({ token: () => 'key-1' });
    onTestFinished(server.close);
    const environment = { PAYMENT_GATEWAY_URL: server.url, PAYMENT_GATEWAY_SECRET_ARN: arn };
    const gateway = paymentGatewayFromEnvironment(environment, 'charge');
    expect(await gateway.charge(charge)).toMatchObject({ chargeId: 'ch_1' });
  });

  it('leaves both stages time for all of their calls', () => {
    expect(processPayment.timeoutSeconds * 1_000).toBeGreaterThan(secretTimeoutMs + 2 * callTimeoutMs);
    expect(refundPayment.timeoutSeconds * 1_000).toBeGreaterThan(secretTimeoutMs + mostGatewayCalls * callTimeoutMs);
  });
});
