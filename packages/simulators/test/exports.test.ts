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
});
