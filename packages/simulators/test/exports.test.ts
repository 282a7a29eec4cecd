import { expect, it } from 'vitest';

it('exports these names', async () => {
  expect(Object.keys(await import('../src/index.ts')).sort()).toMatchInlineSnapshot(`
    [
      "createSwitchboard",
      "faultKind",
      "faultTargets",
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
      "targetNames",
    ]
  `);
});
