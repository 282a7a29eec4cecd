import { expect, it } from 'vitest';

it('exports these names: a change here is a change of the contract and asks for a changeset', async () => {
  expect(Object.keys(await import('./index.ts')).sort()).toMatchInlineSnapshot(`
    [
      "Fault",
      "NoticedDefect",
      "Rejection",
      "StageContractBroken",
      "contractSchema",
      "createStageHandler",
      "currencies",
      "currencyExponent",
      "currencySchema",
      "dateSchema",
      "defineStage",
      "describeGiven",
      "describeIssues",
      "executionName",
      "executionSchema",
      "fail",
      "failureNoteSchema",
      "fault",
      "formatMoney",
      "instant",
      "instantSchema",
      "isReadable",
      "leave",
      "moneySchema",
      "ofEarlierExecution",
      "operationKey",
      "orderIdSchema",
      "orderLimits",
      "orderLineSchema",
      "orderSchema",
      "outcomeSchema",
      "outcomes",
      "paymentMethods",
      "personalFields",
      "pricedLineSchema",
      "reasonsOf",
      "rejection",
      "safeText",
      "sameMoney",
      "shippingAddressSchema",
      "skuSchema",
      "stageMetricsNamespace",
      "sumMoney",
      "timesMoney",
      "toJsonSchema",
      "violationText",
      "writtenContract",
    ]
  `);
  expect(Object.keys(await import('./adapters/index.ts')).sort()).toMatchInlineSnapshot(`
    [
      "cachedCredential",
      "exchangeJson",
      "serviceAddress",
    ]
  `);
  expect(Object.keys(await import('./testing/index.ts')).sort()).toMatchInlineSnapshot(`
    [
      "anAddress",
      "anOrder",
    ]
  `);
});
