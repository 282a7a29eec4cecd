import { expect, it } from 'vitest';

it('exports these names: a change here is a change of what stages are made with and asks for a changeset', async () => {
  expect(Object.keys(await import('./index.ts')).sort()).toMatchInlineSnapshot(`
    [
      "Fault",
      "NoticedDefect",
      "Rejection",
      "StageContractBroken",
      "createStageHandler",
      "defineStage",
      "fail",
      "fault",
      "leave",
      "ofEarlierExecution",
      "rejection",
      "stageExecutionSchema",
      "stageMetricsNamespace",
    ]
  `);
  expect(Object.keys(await import('./adapters/index.ts')).sort()).toMatchInlineSnapshot(`
    [
      "cachedCredential",
      "callTimeoutMs",
      "exchangeJson",
      "jsonServiceFromEnvironment",
      "secretTimeoutMs",
      "serviceAddress",
    ]
  `);
  expect(Object.keys(await import('./aws/index.ts')).sort()).toEqual([
    'awsServiceFromEnvironment',
    'callJsonService',
    'exchangeHttp',
    'keptConnections',
    'lambdaSurroundings',
    'parseJson',
    'serviceAddress',
    'signCall',
  ]);
  expect(Object.keys(await import('./dynamodb/index.ts')).sort()).toMatchInlineSnapshot(`
    [
      "attributes",
      "callDynamo",
      "dynamoItems",
      "dynamoServiceFromEnvironment",
      "neededVariable",
      "plainValue",
    ]
  `);
  expect(Object.keys(await import('./order-store/index.ts')).sort()).toMatchInlineSnapshot(`
    [
      "OrderStoreUnavailable",
      "OrderTableBroken",
      "attemptsByContent",
      "customerHash",
      "describeOwnership",
      "dynamoCustomerOrders",
      "dynamoOrderStandings",
      "dynamoOrderTable",
      "forgetCustomer",
      "holdsNothing",
      "isEnd",
      "judgeClaim",
      "keyedHash",
      "listDigits",
      "listedAtKey",
      "memoryOrderTable",
      "orderClaimsFromEnvironment",
      "orderFingerprint",
      "orderIndexes",
      "orderStandingsFromEnvironment",
      "orderStatusSchema",
      "orderStoreFromEnvironment",
      "orderStoreOver",
      "orderStoreTimeoutMs",
      "orderStoreVariables",
      "orderTableKey",
      "orderTakeoversFromEnvironment",
      "sameExecution",
    ]
  `);
  expect(Object.keys(await import('./table-program.ts')).sort()).toEqual(['ProgramMisused', 'runTableCommand']);
  expect(Object.keys(await import('./testing/index.ts')).sort()).toMatchInlineSnapshot(`
    [
      "makeOrdersTable",
      "makeTable",
      "orderStoreContract",
      "orderTableContract",
    ]
  `);
  expect(Object.keys(await import('./testing/undo.contract.ts'))).toEqual(['undoContract']);
});
