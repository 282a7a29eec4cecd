import { startPaymentGateway } from '@order-workflow/simulators';
import { magicTokens, temporaryLedgerFile } from '@order-workflow/simulators/testing';
import { expect, it } from 'vitest';
import { httpPaymentGateway, simulatedTokens } from '../src/index.ts';
import { paymentGatewayContract } from '../src/testing/index.ts';

const tokens = {
  declined: 'sim-declined',
  pending: 'sim-pending',
  unconfirmed: 'sim-unconfirmed',
  answerLost: 'sim-timeout',
  unavailable: 'sim-unavailable',
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

it('has tokens that the gateway on this machine knows too, and no others', () => {
  expect([...magicTokens.keys()].sort()).toEqual([...simulatedTokens.keys()].sort());
});
