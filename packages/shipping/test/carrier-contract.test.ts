import { startCarrier } from '@order-workflow/simulators';
import { magicPostalCodes, temporaryLedgerFile } from '@order-workflow/simulators/testing';
import { expect, it } from 'vitest';
import { httpCarrier, simulatedPostalCodes } from '../src/index.ts';
import { carrierContract } from '../src/testing/index.ts';

const postalCodes = {
  refused: 'SIM-REFUSED',
  answerLost: 'SIM-TIMEOUT',
  departed: 'SIM-DEPARTED',
  unavailable: 'SIM-UNAVAILABLE',
};

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

it('has postal codes that the carrier on this machine knows too, and no others', () => {
  expect([...magicPostalCodes.keys()].sort()).toEqual([...simulatedPostalCodes.keys()].sort());
});
