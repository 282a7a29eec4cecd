import * as sfn from '@aws-sdk/client-sfn';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aServer, pass, refusal, roleArn } from './a-server.ts';

let server: Awaited<ReturnType<typeof aServer>>;
beforeAll(async () => {
  server = await aServer({ invokeLambda: ({ payload }) => ({ payload }) });
});
afterAll(() => server.close());

const test = (definition: object, fields: object = {}) =>
  server.client.send(new sfn.TestStateCommand({ definition: JSON.stringify(definition), roleArn, ...fields }));
const json = (value: unknown) => JSON.stringify(value);
const resource = 'arn:aws:states:::';
const task = { Type: 'Task', Resource: `${resource}dynamodb:getItem`, Next: 'Then' };
const getItem = { ...task, Parameters: { TableName: 't', Key: { 'id.$': '$.id' } } };
const thrown = (error: string) => ({ mock: { errorOutput: { error, cause: 'c' } } });

// API reference, "InspectionData".
describe('what a state is shown to do', () => {
  it('is each of its filters in JSONPath', async () => {
    const state = {
      ...getItem,
      ...{ InputPath: '$.order', ResultSelector: { 'found.$': '$.Item' }, ResultPath: '$.read', OutputPath: '$.read' },
    };
    const done = await test(state, {
      ...{ input: json({ order: { id: 'a' } }), inspectionLevel: 'DEBUG' },
      mock: { result: json({ Item: { n: { N: '1' } } }) },
    });
    expect(done).toMatchObject({ status: 'SUCCEEDED', nextState: 'Then', output: json({ found: { n: { N: '1' } } }) });
    expect(done.inspectionData).toEqual({
      input: json({ order: { id: 'a' } }),
      afterInputPath: json({ id: 'a' }),
      afterParameters: json({ TableName: 't', Key: { id: 'a' } }),
      result: json({ Item: { n: { N: '1' } } }),
      afterResultSelector: json({ found: { n: { N: '1' } } }),
      afterResultPath: json({ order: { id: 'a' }, read: { found: { n: { N: '1' } } } }),
    });
  });

  it('is its arguments and its variables in JSONata', async () => {
    const state = {
      ...{ QueryLanguage: 'JSONata', Type: 'Task', Resource: `${resource}lambda:invoke`, Next: 'Then' },
      Arguments: { FunctionName: 'f', Payload: '{% $limit %}' },
      Assign: { seen: '{% $states.result.Payload %}' },
      Output: '{% $states.result.Payload + $limit %}',
    };
    const given = { variables: json({ limit: 5 }), inspectionLevel: 'DEBUG', mock: { result: json({ Payload: 2 }) } };
    const done = await test(state, given);
    expect(done).toMatchObject({ status: 'SUCCEEDED', output: '7' });
    expect(done.inspectionData).toEqual({
      input: '{}',
      afterArguments: json({ FunctionName: 'f', Payload: 5 }),
      result: json({ Payload: 2 }),
      variables: json({ limit: 5, seen: 2 }),
    });
    expect((await test(state, { ...given, inspectionLevel: 'INFO' })).inspectionData).toBeUndefined();
  });

  it('is what each iteration of a Map gets, and what the Map tolerates', async () => {
    const map = {
      ...{ Type: 'Map', ItemsPath: '$.list', MaxConcurrency: 3, ToleratedFailureCount: 1, Next: 'Then' },
      ItemSelector: { 'n.$': '$$.Map.Item.Value', 'i.$': '$$.Map.Item.Index' },
      ItemBatcher: { MaxItemsPerBatch: 2 },
      ItemProcessor: {
        ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' },
        StartAt: 'I',
        States: { I: pass },
      },
    };
    const done = await test(map, {
      ...{ input: json({ list: [7, 8, 9] }), inspectionLevel: 'DEBUG', mock: { result: '[1,2]' } },
    });
    expect(done).toMatchObject({ status: 'SUCCEEDED', output: '[1,2]', nextState: 'Then' });
    const chosen = [7, 8, 9].map((n, i) => ({ n, i }));
    expect(done.inspectionData).toMatchObject({
      afterItemsPath: '[7,8,9]',
      afterItemSelector: json(chosen),
      afterItemBatcher: json([{ Items: chosen.slice(0, 2) }, { Items: chosen.slice(2) }]),
      ...{ toleratedFailureCount: 1, maxConcurrency: 3 },
    });
  });

  it('is what an ItemReader finds in the data that the test gives', async () => {
    const map = {
      ...{ Type: 'Map', Next: 'Then' },
      ItemReader: {
        ...{ Resource: `${resource}s3:getObject`, Parameters: { Bucket: 'b', Key: 'k' } },
        ReaderConfig: { InputType: 'JSON', ItemsPointer: '/orders' },
      },
      ItemProcessor: {
        ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' },
        StartAt: 'I',
        States: { I: pass },
      },
    };
    const done = await test(map, {
      ...{ inspectionLevel: 'TRACE', mock: { result: '[]' } },
      stateConfiguration: { mapItemReaderData: json({ orders: [1, 2] }) },
    });
    expect(done.inspectionData).toMatchObject({ afterItemsPointer: '[1,2]' });
  });
});

describe('a mocked error', () => {
  const Retry = [{ ErrorEquals: ['Busy'], IntervalSeconds: 2, BackoffRate: 3, MaxAttempts: 2 }];
  const Catch = [
    { ErrorEquals: ['Odd'], Next: 'Else' },
    { ErrorEquals: ['States.ALL'], Next: 'Other' },
  ];
  const state = { ...getItem, Retry, Catch };
  const given = { input: '{"id":"a"}', inspectionLevel: 'DEBUG', ...thrown('Busy') };

  it('is retried as often as its retrier says, with the wait that then comes', async () => {
    for (const [retrierRetryCount, seconds] of [
      [0, 2],
      [1, 6],
    ]) {
      const done = await test(state, { ...given, stateConfiguration: { retrierRetryCount } });
      expect(done).toMatchObject({ status: 'RETRIABLE', error: 'Busy', cause: 'c' });
      expect(done.inspectionData?.errorDetails).toEqual({ retryIndex: 0, retryBackoffIntervalSeconds: seconds });
    }
    const spent = await test(state, { ...given, stateConfiguration: { retrierRetryCount: 2 } });
    expect(spent).toMatchObject({ status: 'CAUGHT_ERROR', nextState: 'Other', output: '{"Error":"Busy","Cause":"c"}' });
    expect(spent.inspectionData?.errorDetails).toEqual({ catchIndex: 1 });
  });

  it('of iterations fails a Map when it tolerates fewer', async () => {
    const map = {
      ...{ Type: 'Map', ItemsPath: '$', ToleratedFailureCount: 1, Next: 'Then' },
      ItemProcessor: {
        ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' },
        StartAt: 'I',
        States: { I: pass },
      },
    };
    const run = (mapIterationFailureCount: number) =>
      test(map, { input: '[1,2,3]', mock: { result: '[1]' }, stateConfiguration: { mapIterationFailureCount } });
    expect(await run(1)).toMatchObject({ status: 'SUCCEEDED' });
    expect(await run(2)).toMatchObject({ status: 'FAILED', error: 'States.ExceedToleratedFailureThreshold' });
    expect(await refusal(run(4))).toMatch(/^ValidationException: mapIterationFailureCount must not exceed/);
  });

  it('of a branch names a state that is in one', async () => {
    const parallel = { Type: 'Parallel', Next: 'Then', Branches: [{ StartAt: 'B', States: { B: pass } }] };
    const run = (errorCausedByState: string) =>
      test(parallel, { ...thrown('E'), stateConfiguration: { errorCausedByState } });
    expect(await run('B')).toMatchObject({ status: 'FAILED', error: 'E' });
    expect(await refusal(run('C'))).toMatch(/^ValidationException/);
  });
});

describe('a state', () => {
  it('within a branch of a whole machine is tried by its name, with a context of the test’s own', async () => {
    const inner = {
      ...{ Type: 'Task', Resource: `${resource}sqs:sendMessage.waitForTaskToken`, End: true },
      Parameters: { QueueUrl: 'q', MessageBody: { 'by.$': '$$.Execution.Name', 'token.$': '$$.Task.Token' } },
    };
    const definition = {
      StartAt: 'P',
      States: { P: { Type: 'Parallel', End: true, Branches: [{ StartAt: 'Ask', States: { Ask: inner } }] } },
    };
    const done = await test(definition, {
      ...{ stateName: 'Ask', inspectionLevel: 'DEBUG', mock: { result: '"yes"' } },
      context: json({ Execution: { Name: 'e7' }, Task: { Token: 'tok' } }),
    });
    expect(done).toMatchObject({ status: 'SUCCEEDED', output: '"yes"' });
    expect(done.inspectionData?.afterParameters).toBe(json({ QueueUrl: 'q', MessageBody: { by: 'e7', token: 'tok' } }));
    expect(await refusal(test(definition, { stateName: 'None' }))).toMatch(/^ValidationException: State not found/);
    expect(await refusal(test(definition))).toMatch(/^ValidationException: stateName is required/);
  });

  const map = { Type: 'Map', End: true, ItemProcessor: { StartAt: 'I', States: { I: pass } } };
  it.each<[string, object, object, RegExp]>([
    [
      'a Pass with a mock',
      { Type: 'Pass', End: true },
      { mock: { result: '1' } },
      /^ValidationException: State type 'Pass'/,
    ],
    ['a Map without a mock', map, {}, /^InvalidDefinition: TestState API does not support Map/],
    [
      'a callback without a mock',
      { Type: 'Task', End: true, Resource: `${resource}sqs:sendMessage.waitForTaskToken` },
      {},
      /^InvalidDefinition/,
    ],
    ['a context without a mock', { Type: 'Pass', End: true }, { context: '{}' }, /^ValidationException: context/],
    ['a mock of both kinds', getItem, { mock: { result: '{}', errorOutput: { error: 'E' } } }, /^ValidationException/],
    [
      'a mock that is no JSON',
      getItem,
      { mock: { result: '{' } },
      /^ValidationException: Mocked result must be valid JSON/,
    ],
    [
      'secrets with a mock',
      getItem,
      { mock: { result: '{}' }, revealSecrets: true },
      /^ValidationException: TestState does not support RevealSecrets/,
    ],
    [
      'a retry count without a mocked error',
      getItem,
      { mock: { result: '{}' }, stateConfiguration: { retrierRetryCount: 1 } },
      /^ValidationException/,
    ],
    [
      'reader data without a reader',
      map,
      { mock: { result: '[]' }, stateConfiguration: { mapItemReaderData: '[]' } },
      /^ValidationException/,
    ],
    [
      'a Map whose result is no array',
      map,
      { mock: { result: '1' } },
      /^ValidationException: Mocked result must be an array/,
    ],
    ['an input that is no JSON', { Type: 'Pass', End: true }, { input: '{' }, /^InvalidExecutionInput/],
  ])('is refused: %s', async (_, definition, fields, expected) => {
    expect(await refusal(test(definition, fields))).toMatch(expected);
  });

  it('has a mock checked as strictly as the test wants', async () => {
    const start = {
      Type: 'Task',
      Resource: `${resource}states:startExecution`,
      Parameters: { StateMachineArn: 'a' },
      End: true,
    };
    const run = (result: object, fieldValidationMode?: string) =>
      test(start, { mock: { result: json(result), ...(fieldValidationMode && { fieldValidationMode }) } });
    const given = { ExecutionArn: 'a', StartDate: '2026-11-28T00:00:00Z' };
    expect(await refusal(run({ ExecutionArn: 'a' }))).toBe(
      "ValidationException: Mock result schema validation error: Required field 'StartDate' is missing",
    );
    expect(await run({ ExecutionArn: 'a' }, 'PRESENT')).toMatchObject({ status: 'SUCCEEDED' });
    expect(await refusal(run({ ExecutionArn: 1 }, 'PRESENT'))).toContain("Field 'ExecutionArn' must be a string");
    expect(await run({ ExecutionArn: 1 }, 'NONE')).toMatchObject({ status: 'SUCCEEDED' });
    expect(await run({ ...given, New: true })).toMatchObject({ status: 'SUCCEEDED' });
  });
});
