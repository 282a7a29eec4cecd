import { holdTimeLimits } from '@order-workflow/toolchain/hold-time-limits';
import { afterEach, describe, expect, it, onTestFinished } from 'vitest';
import { startGateway } from '../../test/gateway-server.ts';
import { startSecretsManager } from '../../test/secrets-manager.ts';
import { mostGatewayCalls } from '../ensure-nothing-held.ts';
import type { ChargeRequest } from '../ports/payment-gateway.ts';
import { processPayment } from '../process-payment-stage.ts';
import { refundPayment } from '../refund-payment-stage.ts';
import { callTimeoutMs, paymentGatewayFromEnvironment, secretTimeoutMs } from './payment-gateway-from-environment.ts';

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
    const limits = holdTimeLimits();
    onTestFinished(limits.letGo);
    const server = await startGateway({ onSilence: limits.pass });
    close = server.close;
    const environment = { PAYMENT_GATEWAY_URL: server.url, PAYMENT_GATEWAY_TIMEOUT_MS: '1000' };
    const gateway = paymentGatewayFromEnvironment(environment, 'charge');
    expect(await gateway.charge(charge)).toMatchObject({ chargeId: 'ch_1' });
    server.misbehave('silence-before');
    expect(await gateway.find(charge)).toEqual({ kind: 'unknown', detail: 'no answer within 1000 ms' });
    expect(limits.asked).toEqual([1_000, 1_000]);
  });

  const arn = 'arn:aws:secretsmanager:us-east-1:000000000000:secret:gateway-AbCdEf';

  it('shows the secret that is named, and after a rotation the new one, as soon as the old one is refused', async () => {
    let secret = 'key-1';
    let accepted = 'key-1';
    await startSecretsManager(arn, () => secret);
    const server = await startGateway({ token: () => accepted });
    close = server.close;
    const gateway = paymentGatewayFromEnvironment(
      { PAYMENT_GATEWAY_URL: server.url, PAYMENT_GATEWAY_SECRET_ARN: arn },
      'charge',
    );
    expect(await gateway.charge(charge)).toMatchObject({ kind: 'charged' });
    secret = accepted = 'key-2';
    expect(await gateway.charge(charge)).toEqual({ kind: 'unavailable', detail: 'answered 401' });
    expect(await gateway.charge(charge)).toMatchObject({ kind: 'charged' });
  });

  it('sends nothing when the secret cannot be read, and does not say more than why', async () => {
    await startSecretsManager(arn, () => undefined);
    const server = await startGateway();
    close = server.close;
    const gateway = paymentGatewayFromEnvironment(
      { PAYMENT_GATEWAY_URL: server.url, PAYMENT_GATEWAY_SECRET_ARN: arn },
      'charge',
    );
    const detail = 'the credential could not be read (ResourceNotFoundException)';
    expect(await gateway.charge(charge)).toEqual({ kind: 'unavailable', detail });
    expect(server.seen).toEqual([]);
  });

  it('refuses a secret for nobody: the simulated gateway would take every order unseen', () => {
    expect(() => paymentGatewayFromEnvironment({ PAYMENT_GATEWAY_SECRET_ARN: arn }, 'undo')).toThrow(
      'PAYMENT_GATEWAY_SECRET_ARN: given without PAYMENT_GATEWAY_URL, expected both',
    );
  });

  it.each(['0', '-1', '1.5', 'soon', '5001', 'Infinity'])('refuses a time-out of %s', (milliseconds) => {
    const environment = { PAYMENT_GATEWAY_TIMEOUT_MS: milliseconds };
    expect(() => paymentGatewayFromEnvironment(environment, 'undo')).toThrow(RangeError);
  });

  it('leaves both stages time for all of their calls', () => {
    expect(processPayment.timeoutSeconds * 1_000).toBeGreaterThan(secretTimeoutMs + 2 * callTimeoutMs);
    expect(refundPayment.timeoutSeconds * 1_000).toBeGreaterThan(secretTimeoutMs + mostGatewayCalls * callTimeoutMs);
  });
});
