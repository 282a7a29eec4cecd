import { describe, expect, it } from 'vitest';
import { paymentGatewayContract } from '../ports/payment-gateway.contract.ts';
import { simulatedPaymentGateway } from './simulated-payment-gateway.ts';

paymentGatewayContract('the simulated gateway', () => ({
  gateway: simulatedPaymentGateway({ stage: 'charge', clock: { now: () => 0 } }),
  simulated: true,
  tokens: {
    declined: 'sim-declined',
    pending: 'sim-pending',
    unconfirmed: 'sim-unconfirmed',
    answerLost: 'sim-timeout',
    unavailable: 'sim-unavailable',
  },
}));

describe(simulatedPaymentGateway, () => {
  it('forgets what is a thousand charges old, so that a process that lives long does not grow', async () => {
    const gateway = simulatedPaymentGateway({ stage: 'charge', clock: { now: () => 0 } });
    const charge = (order: number) =>
      ({ key: `order-${order}-charge`, amount: { amount: 1, currency: 'EUR' }, method: 'PayPal' }) as const;
    for (let order = 0; order <= 1_000; order++) await gateway.charge(charge(order));
    expect(await gateway.find(charge(0))).toEqual({ kind: 'none' });
    expect(await gateway.find(charge(1))).toMatchObject({ kind: 'charged' });
  });
});
