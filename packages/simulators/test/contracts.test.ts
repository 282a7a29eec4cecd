import { httpPaymentGateway } from '@order-workflow/payment';
import { paymentGatewayContract } from '@order-workflow/payment/testing';
import { httpCarrier } from '@order-workflow/shipping';
import { carrierContract } from '@order-workflow/shipping/testing';
import { startCarrier } from '../src/carrier/start-carrier.ts';
import { startPaymentGateway } from '../src/gateway/start-payment-gateway.ts';
import { temporaryLedgerFile } from './temporary-ledger-file.ts';

const tokens = {
  declined: 'sim-declined',
  pending: 'sim-pending',
  unconfirmed: 'sim-unconfirmed',
  answerLost: 'sim-timeout',
  unavailable: 'sim-unavailable',
};
const postalCodes = {
  refused: 'SIM-REFUSED',
  answerLost: 'SIM-TIMEOUT',
  departed: 'SIM-DEPARTED',
  unavailable: 'SIM-UNAVAILABLE',
};

paymentGatewayContract('the gateway with a ledger in memory', async () => {
  const { url, close } = await startPaymentGateway();
  return { gateway: httpPaymentGateway({ url, timeoutMs: 60_000 }), tokens, simulated: true, close };
});

paymentGatewayContract('the gateway with a ledger in a file', async () => {
  const { ledgerFile, remove } = temporaryLedgerFile();
  const { url, close } = await startPaymentGateway({ ledgerFile });
  return {
    gateway: httpPaymentGateway({ url, timeoutMs: 60_000 }),
    tokens,
    simulated: true,
    close: () => close().then(remove),
  };
});

carrierContract('the carrier with a ledger in memory', async () => {
  const { url, close } = await startCarrier();
  return { carrier: httpCarrier({ url, timeoutMs: 60_000 }), postalCodes, simulated: true, close };
});

carrierContract('the carrier with a ledger in a file', async () => {
  const { ledgerFile, remove } = temporaryLedgerFile();
  const { url, close } = await startCarrier({ ledgerFile });
  return {
    carrier: httpCarrier({ url, timeoutMs: 60_000 }),
    postalCodes,
    simulated: true,
    close: () => close().then(remove),
  };
});
