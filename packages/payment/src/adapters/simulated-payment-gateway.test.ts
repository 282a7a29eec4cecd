import { paymentGatewayContract } from '../ports/payment-gateway.contract.ts';
import { simulatedPaymentGateway } from './simulated-payment-gateway.ts';

paymentGatewayContract('the simulated gateway', () => ({
  gateway: simulatedPaymentGateway({ stage: 'charge', clock: { now: () => 0 } }),
  tokens: {
    declined: 'sim-declined',
    pending: 'sim-pending',
    answerLost: 'sim-timeout',
    unavailable: 'sim-unavailable',
  },
}));
