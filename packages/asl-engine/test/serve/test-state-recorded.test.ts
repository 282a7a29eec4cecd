import * as sfn from '@aws-sdk/client-sfn';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aServer, pass, refusal, roleArn } from './a-server.ts';

// What AWS was seen to answer to TestState.
let server: Awaited<ReturnType<typeof aServer>>;
beforeAll(async () => {
  server = await aServer();
});
afterAll(() => server.close());

const json = (value: unknown) => JSON.stringify(value);
const test = (definition: object, fields: object = {}) =>
  server.client.send(new sfn.TestStateCommand({ definition: json(definition), roleArn, ...fields }));
const resource = 'arn:aws:states:::';
const Values = ['first', 'second', 'third'];
const input = json({ Values });
const inner = { StartAt: 'Inner', States: { Inner: pass } };
const distributed = { ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' }, ...inner };
const map = {
  ...{ Type: 'Map', QueryLanguage: 'JSONata', Items: '{% $states.input.Values %}', End: true },
  ItemProcessor: { ProcessorConfig: { Mode: 'INLINE' }, ...inner },
};
const failing = { errorOutput: { error: 'Odd', cause: 'c' } };

describe('what AWS shows of a state', () => {
  const given = json({ v: 1 });
  it.each<[string, object, readonly string[]]>([
    ['a Pass', pass, ['input', 'afterInputPath', 'afterParameters', 'afterResultSelector', 'afterResultPath']],
    [
      'a Pass with a Result',
      { ...pass, Result: { r: 1 } },
      ['input', 'result', 'afterResultSelector', 'afterResultPath'],
    ],
    ['a Fail', { Type: 'Fail', Error: 'E' }, ['input', 'afterInputPath']],
    ['a Succeed', { Type: 'Succeed' }, ['input', 'afterInputPath']],
    [
      'a Choice',
      { Type: 'Choice', Choices: [{ Variable: '$.v', IsPresent: true, Next: 'N' }] },
      ['input', 'afterInputPath'],
    ],
    ['a Pass in JSONata', { ...pass, QueryLanguage: 'JSONata' }, ['input']],
  ])('is of %s what its type has', async (_, state, members) => {
    const { inspectionData } = await test(state, { input: given, inspectionLevel: 'TRACE' });
    expect(Object.keys(inspectionData ?? {}).toSorted()).toEqual([...members].toSorted());
  });

  it('is of a Map its numbers, the concurrency always, and no raw result', async () => {
    const mock = { result: '[1,1,1]' };
    const done = await test(map, { input, inspectionLevel: 'DEBUG', mock });
    expect(done.inspectionData).toEqual({ input, maxConcurrency: 0 });
    const { QueryLanguage: _, Items: __, ...inPaths } = map;
    const { inspectionData } = await test(
      { ...inPaths, ItemsPath: '$.Values', MaxConcurrency: 1 },
      { input, inspectionLevel: 'DEBUG', mock },
    );
    expect(inspectionData).toEqual({
      ...{ input, afterInputPath: input, afterItemsPath: json(Values), maxConcurrency: 1 },
      ...{ afterResultSelector: '[1,1,1]', afterResultPath: '[1,1,1]' },
    });
  });

  it('is the retrier that named an error, also when its attempts are spent', async () => {
    const state = {
      ...{ Type: 'Task', Resource: `${resource}lambda:invoke`, Parameters: { FunctionName: 'f' }, End: true },
      Retry: [{ ErrorEquals: ['Odd'], IntervalSeconds: 1, BackoffRate: 2, MaxAttempts: 5 }],
    };
    const after = (retrierRetryCount: number) =>
      test(state, { inspectionLevel: 'DEBUG', mock: failing, stateConfiguration: { retrierRetryCount } });
    expect((await after(4)).inspectionData?.errorDetails).toEqual({ retryIndex: 0, retryBackoffIntervalSeconds: 16 });
    const spent = await after(5);
    expect(spent.status).toBe('FAILED');
    expect(spent.inspectionData?.errorDetails).toEqual({ retryIndex: 0 });
  });
});

describe('a Map that is tested', () => {
  it('and says nothing of what it tolerates is not failed by the count of failures', async () => {
    const stateConfiguration = { mapIterationFailureCount: 2 };
    const done = await test(map, { input, mock: { result: '[0,0,1]' }, stateConfiguration });
    expect(done).toMatchObject({ status: 'SUCCEEDED', output: '[0,0,1]' });
    const caused = { mock: failing, stateConfiguration: { ...stateConfiguration, errorCausedByState: 'Inner' } };
    expect(await test(map, { input, ...caused })).toMatchObject({ status: 'FAILED', error: 'Odd' });
  });

  it('fails whatever its mock says when its items are none', async () => {
    const { QueryLanguage: _, Items: __, ...inPaths } = map;
    const context = json({ Execution: { Input: { values: ['a'] } } });
    const run = (ItemsPath: string) =>
      test({ ...inPaths, ItemsPath }, { input: '[1]', inspectionLevel: 'TRACE', context, mock: { result: '[9]' } });
    expect(await run('$$.Execution.Input')).toMatchObject({
      ...{ status: 'FAILED', error: 'States.Runtime' },
      cause: 'Reference path "$.Execution.Input" must point to array.',
      inspectionData: { input: '[1]', afterInputPath: '[1]' },
    });
    expect((await run('$$.Execution.Input.values')).inspectionData).toMatchObject({ afterItemsPath: '["a"]' });
  });
});

describe('the context object of a test', () => {
  const selecting = {
    ...{ Type: 'Task', Resource: `${resource}lambda:invoke`, Parameters: { FunctionName: 'f' }, End: true },
    ResultSelector: { 'context.$': '$$' },
  };
  const mock = { result: '{"p":1}' };

  it('is that of an EXPRESS execution when the test gives none', async () => {
    const { output = '' } = await test(selecting, { input, mock });
    const { context } = JSON.parse(output);
    expect(Object.keys(context.Execution).toSorted()).toEqual(['Id', 'Input', 'Name', 'RoleArn', 'StartTime']);
    expect(context.Execution).toMatchObject({ Input: { Values }, RoleArn: roleArn });
    expect(context.Execution.Id).toBe(
      `arn:aws:states:us-east-1:123456789012:express:${context.StateMachine.Name}:${context.Execution.Name}`,
    );
    expect(context.State).toMatchObject({ Name: 'StateName', RetryCount: 0 });
  });

  it.each([{}, { Execution: {}, State: {}, StateMachine: {} }])(
    'is no more than what the test gives: %j',
    async (context) => {
      const { output } = await test(selecting, { context: json(context), mock });
      expect(output).toBe(json({ context }));
    },
  );

  it.each<[object, string]>([
    [{ Execution: { Id: 1 } }, 'Execution.Id must be a string'],
    [{ Map: {} }, "'Map' field is not supported when mocking a Context object"],
    [{ Execution: { pokemon: 1 } }, "Field 'pokemon' is not allowed"],
    [{ Pokedex: {} }, "Field 'Pokedex' is not allowed"],
    [
      { Task: { Token: 't' } },
      "Context object contains 'Task' when state is not a Task state with a '.sync' or '.waitForTaskToken' service integration pattern",
    ],
  ])('is refused: %j', async (context, words) => {
    expect(await refusal(test(selecting, { context: json(context), mock }))).toBe(
      `ValidationException: Invalid Context object provided: ${words}`,
    );
  });
});

describe('a mock', () => {
  const parallel = { Type: 'Parallel', Branches: [inner, { StartAt: 'B', States: { B: pass } }], End: true };
  const writing = {
    ...{ ...map, ItemProcessor: distributed },
    ResultWriter: { Resource: `${resource}s3:putObject`, Arguments: { Bucket: 'b' } },
  };
  it.each<[object, string, string]>([
    [writing, '[]', 'Mocked result must be a JSON object.'],
    [map, '{}', 'Mocked result must be an array.'],
    [parallel, '{}', 'Mocked result must be an array.'],
    [parallel, '[1]', 'Mocked result must contain the same number of items as number of Parallel branches.'],
  ])('of %o is refused: %s', async (state, result, words) => {
    expect(await refusal(test(state, { mock: { result } }))).toBe(`ValidationException: ${words}`);
  });

  it.each<[string, object, string]>([
    ['events:putEvents', { Entries: 'x' }, "Field 'Entries' must be an array"],
    ['events:putEvents', { Entries: [{ EventId: 'a' }, { EventId: 1 }] }, "Field 'EventId' must be a string"],
    ['states:startExecution', { ExecutionArn: 'a', StartDate: 1 }, "Field 'StartDate' must be a string"],
    ['lambda:invoke', { StatusCode: '200' }, "Field 'StatusCode' must be a number"],
    ['dynamodb:getItem', { ConsumedCapacity: { CapacityUnits: '1' } }, "Field 'CapacityUnits' must be a number"],
    ['aws-sdk:s3:getObject', { ContentLength: '1' }, "Field 'ContentLength' must be a number"],
    ['aws-sdk:s3:getObject', { StorageClass: 'NONE' }, "Field 'StorageClass' is not an expected value"],
    ['aws-sdk:kms:encrypt', { CiphertextBlob: 1 }, "Field 'CiphertextBlob' must be a string"],
    ['aws-sdk:kms:encrypt', { CiphertextBlob: '' }, "Field 'CiphertextBlob' is smaller than the minimum length"],
    [
      'aws-sdk:lambda:getFunction',
      { Configuration: { MemorySize: 1 } },
      "Field 'MemorySize' is less than the minimum value",
    ],
    [
      'aws-sdk:lambda:getFunction',
      { Configuration: { MemorySize: 99_999 } },
      "Field 'MemorySize' exceeds the maximum value",
    ],
  ])('of %s is checked within: %j', async (action, result, words) => {
    const Parameters = {
      ...{ Entries: [], StateMachineArn: 'a', FunctionName: 'f', TableName: 't', Key: {} },
      ...{ Bucket: 'b', KeyId: 'k', Plaintext: 'p' },
    };
    const state = { Type: 'Task', Resource: `${resource}${action}`, Parameters, End: true };
    expect(await refusal(test(state, { mock: { result: json(result) } }))).toBe(
      `ValidationException: Mock result schema validation error: ${words}`,
    );
    expect((await test(state, { mock: { result: json(result), fieldValidationMode: 'NONE' } })).status).toBe(
      'SUCCEEDED',
    );
  });
});
