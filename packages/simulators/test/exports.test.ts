import { expect, it } from 'vitest';

it('exports these names', async () => {
  expect(Object.keys(await import('../src/index.ts')).sort()).toMatchInlineSnapshot(`
    [
      "callsOf",
      "createSwitchboard",
      "faultKind",
      "faultText",
      "faults",
      "layers",
      "openHttpListener",
      "parseFault",
      "possibleFaults",
      "randomFaults",
      "randomNumbers",
      "silence",
      "startCarrier",
      "startPaymentGateway",
      "undoing",
    ]
  `);
});
