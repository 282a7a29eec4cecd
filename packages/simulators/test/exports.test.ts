import { expect, it } from 'vitest';

it('exports these names', async () => {
  expect(Object.keys(await import('../src/index.ts')).sort()).toMatchInlineSnapshot(`
    [
      "callsOf",
      "createSwitchboard",
      "faultKind",
      "faults",
      "injectedFaultText",
      "layers",
      "openHttpListener",
      "openLedgers",
      "parseInjectedFault",
      "possibleFaults",
      "randomFaults",
      "randomNumbers",
      "silence",
      "startCarrier",
      "startPaymentGateway",
      "undoing",
      "usualMostBytes",
    ]
  `);
  expect(Object.keys(await import('../src/testing/index.ts')).sort()).toMatchInlineSnapshot(`
    [
      "aClock",
      "attempts",
      "faultAt",
      "faultedAnswers",
      "impatientSwitchboard",
      "magicPostalCodes",
      "magicTokens",
      "patientTries",
      "promptTries",
      "temporaryLedgerFile",
    ]
  `);
});
