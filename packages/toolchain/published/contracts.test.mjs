// The contract suites as somebody runs them who writes an adapter: here against the adapters that are published.
import { simulatedPaymentGateway } from '@order-workflow/payment';
import { paymentGatewayContract } from '@order-workflow/payment/testing';
import { simulatedCarrier } from '@order-workflow/shipping';
import { carrierContract } from '@order-workflow/shipping/testing';
import { memoryStockTable } from '@order-workflow/stock';
import { stockTableContract } from '@order-workflow/stock/testing';

const clock = { now: () => 0 };

paymentGatewayContract('the simulated gateway', () => ({
  gateway: simulatedPaymentGateway({ stage: 'charge', clock }),
  simulated: true,
  tokens: {
    declined: 'sim-declined',
    pending: 'sim-pending',
    unconfirmed: 'sim-unconfirmed',
    answerLost: 'sim-timeout',
    unavailable: 'sim-unavailable',
  },
}));

carrierContract('the simulated carrier', () => ({
  carrier: simulatedCarrier({ stage: 'book', clock }),
  simulated: true,
  postalCodes: {
    refused: 'SIM-REFUSED',
    answerLost: 'SIM-TIMEOUT',
    departed: 'SIM-DEPARTED',
    unavailable: 'SIM-UNAVAILABLE',
  },
}));

stockTableContract('the stock in memory', () => ({ table: memoryStockTable(), unused: 'SKU001' }));
