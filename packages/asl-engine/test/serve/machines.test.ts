import * as sfn from '@aws-sdk/client-sfn';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TaskFailure } from '../../src/index.ts';
import { type StepFunctionsServer, serveStepFunctions } from '../../src/serve.ts';

const roleArn = 'arn:aws:iam::123456789012:role/r';
const lambda = 'arn:aws:lambda:us-east-1:123456789012:function:f';
const pass = { Type: 'Pass', End: true };
const machine = (state: object, fields: object = {}) =>
  JSON.stringify({ StartAt: 'S', States: { S: state }, ...fields });
const passing = machine(pass);

let server: StepFunctionsServer;
let client: sfn.SFNClient;
beforeAll(async () => {
  server = await serveStepFunctions({
    invokeLambda: ({ payload }) => {
      if ((payload as { fail?: boolean }).fail) throw new TaskFailure('Odd', 'because');
      return { payload };
    },
  });
  const credentials = { accessKeyId: 'any', secretAccessKey: 'any' };
  client = new sfn.SFNClient({
    endpoint: server.url,
    region: 'us-east-1',
    credentials,
    maxAttempts: 1,
    disableHostPrefix: true,
  });
});
afterAll(() => server.close());

let count = 0;
const create = async (definition: string, fields: object = {}) => {
  const name = `m${++count}`;
  const { stateMachineArn } = await client.send(
    new sfn.CreateStateMachineCommand({ name, definition, roleArn, ...fields }),
  );
  return stateMachineArn as string;
};
const start = async (stateMachineArn: string, fields: object = {}) =>
  (await client.send(new sfn.StartExecutionCommand({ stateMachineArn, ...fields }))).executionArn as string;
const ended = async (executionArn: string) => {
  for (;;) {
    const found = await client.send(new sfn.DescribeExecutionCommand({ executionArn }));
    if (found.status !== 'RUNNING') return found;
  }
};
const refusal = async (work: Promise<unknown>) => {
  try {
    await work;
    return undefined;
  } catch (problem) {
    return (problem as Error).name;
  }
};

describe('state machines', () => {
  it('are created, described, listed, updated and deleted', async () => {
    const arn = await create(passing);
    const described = await client.send(new sfn.DescribeStateMachineCommand({ stateMachineArn: arn }));
    expect(described).toMatchObject({ definition: passing, status: 'ACTIVE', type: 'STANDARD', roleArn });
    const { stateMachines } = await client.send(new sfn.ListStateMachinesCommand({}));
    expect(stateMachines?.map(({ stateMachineArn }) => stateMachineArn)).toContain(arn);
    const definition = machine({ ...pass, Result: 1 });
    const updated = await client.send(new sfn.UpdateStateMachineCommand({ stateMachineArn: arn, definition }));
    expect(updated).toMatchObject({ updateDate: expect.any(Date), revisionId: expect.any(String) });
    expect((await ended(await start(arn))).output).toBe('1');
    await client.send(new sfn.DeleteStateMachineCommand({ stateMachineArn: arn }));
    await client.send(new sfn.DeleteStateMachineCommand({ stateMachineArn: arn }));
    const gone = client.send(new sfn.DescribeStateMachineCommand({ stateMachineArn: arn }));
    expect(await refusal(gone)).toBe('StateMachineDoesNotExist');
  });

  it('are created again by the same request, and refused by another', async () => {
    const given = { name: 'again', definition: passing, roleArn };
    const first = await client.send(new sfn.CreateStateMachineCommand(given));
    expect(await client.send(new sfn.CreateStateMachineCommand(given))).toMatchObject({
      stateMachineArn: first.stateMachineArn,
    });
    const other = client.send(
      new sfn.CreateStateMachineCommand({ ...given, definition: machine({ ...pass, Result: 1 }) }),
    );
    expect(await refusal(other)).toBe('StateMachineAlreadyExists');
  });

  it.each([
    ['InvalidName', { name: 'a b' }],
    ['InvalidDefinition', { definition: machine({ Type: 'Pass' }) }],
    ['InvalidDefinition', { definition: 'no JSON' }],
    ['InvalidArn', { roleArn: 'role' }],
    ['ValidationException', { type: 'OTHER' as 'STANDARD' }],
    ['ValidationException', { versionDescription: 'v' }],
  ])('are refused as %s', async (name, fields) => {
    const given = { name: 'refused', definition: passing, roleArn, ...fields };
    expect(await refusal(client.send(new sfn.CreateStateMachineCommand(given)))).toBe(name);
  });

  it('say in the refusal what AWS says', async () => {
    const given = { name: 'x', definition: machine({ ...pass, TimeoutSeconds: 1 }), roleArn };
    await expect(client.send(new sfn.CreateStateMachineCommand(given))).rejects.toThrow(
      /^Invalid State Machine Definition: 'SCHEMA_VALIDATION_FAILED: Field 'TimeoutSeconds' is not supported.* at \/States\/S'$/,
    );
  });

  it.each([
    ['phone[1,2)', 'INVALID_JSONATA_EXPRESSION: Expected "]", got ","'],
    ['phone[0]', "UNSUPPORTED_JSONATA_EXPRESSION: Reference to 'phone' at the top level is not supported."],
  ])('say where the expression %s is that cannot be, as AWS says it', async (expression, told) => {
    const state = { Type: 'Pass', QueryLanguage: 'JSONata', Output: { a: { b: [`{% ${expression} %}`] } }, End: true };
    const given = { name: 'x', definition: machine(state), roleArn };
    await expect(client.send(new sfn.CreateStateMachineCommand(given))).rejects.toThrow(
      `Invalid State Machine Definition: '${told} at /States/S/Output/a/b[0]'`,
    );
  });

  it('are told of each name that an expression reads from nothing', async () => {
    const state = { Type: 'Pass', QueryLanguage: 'JSONata', Output: '{% aaa + bbb + aaa %}', End: true };
    const { diagnostics } = await client.send(
      new sfn.ValidateStateMachineDefinitionCommand({ definition: machine(state) }),
    );
    expect(diagnostics?.map(({ message }) => message)).toEqual([
      "Reference to 'aaa' at the top level is not supported.",
      "Reference to 'bbb' at the top level is not supported.",
    ]);
  });

  it('need something to be updated', async () => {
    const stateMachineArn = await create(passing);
    expect(await refusal(client.send(new sfn.UpdateStateMachineCommand({ stateMachineArn })))).toBe(
      'MissingRequiredParameter',
    );
  });

  it('are listed page by page', async () => {
    await create(passing);
    await create(passing);
    const seen: string[] = [];
    for await (const { stateMachines = [] } of sfn.paginateListStateMachines({ client, pageSize: 1 }, {}))
      seen.push(...stateMachines.map(({ name }) => name as string));
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.length).toBeGreaterThanOrEqual(2);
    expect(await refusal(client.send(new sfn.ListStateMachinesCommand({ nextToken: 'odd' })))).toBe('InvalidToken');
  });
});

describe('versions and aliases', () => {
  it('keep what was published, and divide executions', async () => {
    const arn = await create(machine({ ...pass, Result: 1 }), { publish: true });
    await client.send(
      new sfn.UpdateStateMachineCommand({
        stateMachineArn: arn,
        definition: machine({ ...pass, Result: 2 }),
        publish: true,
      }),
    );
    const { stateMachineVersions = [] } = await client.send(
      new sfn.ListStateMachineVersionsCommand({ stateMachineArn: arn }),
    );
    expect(stateMachineVersions.map(({ stateMachineVersionArn }) => stateMachineVersionArn)).toEqual([
      `${arn}:2`,
      `${arn}:1`,
    ]);
    const routes = (one: number, two: number) => [
      { stateMachineVersionArn: `${arn}:1`, weight: one },
      { stateMachineVersionArn: `${arn}:2`, weight: two },
    ];
    const { stateMachineAliasArn } = await client.send(
      new sfn.CreateStateMachineAliasCommand({ name: 'live', routingConfiguration: routes(0, 100) }),
    );
    const run = await ended(await start(stateMachineAliasArn as string));
    expect(run).toMatchObject({ output: '2', stateMachineAliasArn: `${arn}:live`, stateMachineVersionArn: `${arn}:2` });
    expect(await ended(await start(`${arn}:1`))).toMatchObject({ output: '1', stateMachineVersionArn: `${arn}:1` });
    await client.send(
      new sfn.UpdateStateMachineAliasCommand({ stateMachineAliasArn, routingConfiguration: routes(100, 0) }),
    );
    expect((await ended(await start(`${arn}:live`))).output).toBe('1');
    const described = await client.send(new sfn.DescribeStateMachineAliasCommand({ stateMachineAliasArn }));
    expect(described).toMatchObject({ name: 'live', routingConfiguration: routes(100, 0) });
    const { stateMachineAliases } = await client.send(new sfn.ListStateMachineAliasesCommand({ stateMachineArn: arn }));
    expect(stateMachineAliases).toHaveLength(1);
    const used = client.send(new sfn.DeleteStateMachineVersionCommand({ stateMachineVersionArn: `${arn}:1` }));
    expect(await refusal(used)).toBe('ConflictException');
    await client.send(new sfn.DeleteStateMachineAliasCommand({ stateMachineAliasArn }));
    await client.send(new sfn.DeleteStateMachineVersionCommand({ stateMachineVersionArn: `${arn}:1` }));
    expect(await refusal(start(`${arn}:1`))).toBe('StateMachineDoesNotExist');
    const gone = client.send(new sfn.DescribeStateMachineAliasCommand({ stateMachineAliasArn }));
    expect(await refusal(gone)).toBe('ResourceNotFound');
  });

  it('are published once a revision, and of the revision that is meant', async () => {
    const stateMachineArn = await create(passing);
    const publish = (revisionId?: string) =>
      client.send(new sfn.PublishStateMachineVersionCommand({ stateMachineArn, ...(revisionId && { revisionId }) }));
    const [first, second] = [await publish(), await publish('INITIAL')];
    expect(second.stateMachineVersionArn).toBe(first.stateMachineVersionArn);
    expect(await refusal(publish('other'))).toBe('ConflictException');
  });

  it('are published once more by another description, of the same revision too', async () => {
    const arn = await create(passing, { publish: true, versionDescription: 'first' });
    const publish = async (description: string) =>
      (await client.send(new sfn.PublishStateMachineVersionCommand({ stateMachineArn: arn, description })))
        .stateMachineVersionArn;
    expect(await publish('first')).toBe(`${arn}:1`);
    expect(await publish('second')).toBe(`${arn}:2`);
    const again = { stateMachineArn: arn, definition: passing, publish: true, versionDescription: 'third' };
    const updated = await client.send(new sfn.UpdateStateMachineCommand(again));
    expect(updated).toMatchObject({ stateMachineVersionArn: `${arn}:3` });
    const described = await client.send(new sfn.DescribeStateMachineCommand({ stateMachineArn: `${arn}:3` }));
    expect(described.description).toBe('third');
  });

  it('need weights of a hundred together', async () => {
    const arn = await create(passing, { publish: true });
    const routingConfiguration = [{ stateMachineVersionArn: `${arn}:1`, weight: 50 }];
    const odd = client.send(new sfn.CreateStateMachineAliasCommand({ name: 'a', routingConfiguration }));
    expect(await refusal(odd)).toBe('ValidationException');
  });
});

describe('executions', () => {
  it('run, and are described with their history', async () => {
    const arn = await create(machine({ Type: 'Task', Resource: lambda, End: true }));
    const executionArn = await start(arn, { name: 'e1', input: '{"a": 1}' });
    expect(executionArn).toBe(`${arn.replace(':stateMachine:', ':execution:')}:e1`);
    expect(await ended(executionArn)).toMatchObject({
      status: 'SUCCEEDED',
      input: '{"a": 1}',
      output: '{"a":1}',
      redriveStatus: 'NOT_REDRIVABLE',
    });
    const { events = [] } = await client.send(new sfn.GetExecutionHistoryCommand({ executionArn }));
    expect(events.map(({ type }) => type)).toEqual([
      ...['ExecutionStarted', 'TaskStateEntered', 'LambdaFunctionScheduled', 'LambdaFunctionStarted'],
      ...['LambdaFunctionSucceeded', 'TaskStateExited', 'ExecutionSucceeded'],
    ]);
    expect(events[0]?.timestamp).toBeInstanceOf(Date);
    const bare = await client.send(
      new sfn.GetExecutionHistoryCommand({
        executionArn,
        includeExecutionData: false,
        reverseOrder: true,
        maxResults: 1,
      }),
    );
    expect(bare.events?.[0]?.executionSucceededEventDetails).toEqual({});
    expect(bare.nextToken).toEqual(expect.any(String));
    const of = await client.send(new sfn.DescribeStateMachineForExecutionCommand({ executionArn }));
    expect(of).toMatchObject({ stateMachineArn: arn, roleArn });
  });

  it('are started once for a name and an input, as long as they run', async () => {
    const arn = await create(machine({ Type: 'Wait', Seconds: 600, End: true }));
    const executionArn = await start(arn, { name: 'same', input: '{}' });
    expect(await start(arn, { name: 'same', input: '{}' })).toBe(executionArn);
    expect(await refusal(start(arn, { name: 'same', input: '{"b":1}' }))).toBe('ExecutionAlreadyExists');
    await client.send(new sfn.StopExecutionCommand({ executionArn, error: 'E', cause: 'c' }));
    expect(await ended(executionArn)).toMatchObject({ status: 'ABORTED', error: 'E', cause: 'c' });
    expect(await refusal(start(arn, { name: 'same', input: '{}' }))).toBe('ExecutionAlreadyExists');
  });

  it.each([
    ['InvalidExecutionInput', { input: '{' }],
    ['InvalidName', { name: 'a b' }],
    ['StateMachineDoesNotExist', { stateMachineArn: 'arn:aws:states:us-east-1:123456789012:stateMachine:none' }],
    ['InvalidArn', { stateMachineArn: 'arn' }],
  ])('are refused as %s', async (name, fields) => {
    const stateMachineArn = await create(passing);
    expect(await refusal(client.send(new sfn.StartExecutionCommand({ stateMachineArn, ...fields })))).toBe(name);
  });

  it('that failed are listed by status, and redriven', async () => {
    const arn = await create(machine({ Type: 'Task', Resource: lambda, End: true }));
    const executionArn = await start(arn, { input: '{"fail":true}' });
    expect(await ended(executionArn)).toMatchObject({
      status: 'FAILED',
      error: 'Odd',
      cause: 'because',
      redriveStatus: 'REDRIVABLE',
    });
    const list = async (statusFilter: 'FAILED' | 'SUCCEEDED') =>
      (await client.send(new sfn.ListExecutionsCommand({ stateMachineArn: arn, statusFilter }))).executions;
    expect(await list('FAILED')).toMatchObject([{ executionArn, status: 'FAILED', redriveCount: 0 }]);
    expect(await list('SUCCEEDED')).toEqual([]);
    await client.send(new sfn.RedriveExecutionCommand({ executionArn }));
    expect(await ended(executionArn)).toMatchObject({ status: 'FAILED', redriveCount: 1 });
    const unknown = client.send(new sfn.DescribeExecutionCommand({ executionArn: `${executionArn}x` }));
    expect(await refusal(unknown)).toBe('ExecutionDoesNotExist');
  });

  it('that succeeded are not redriven', async () => {
    const executionArn = await start(await create(passing));
    await ended(executionArn);
    expect(await refusal(client.send(new sfn.RedriveExecutionCommand({ executionArn })))).toBe(
      'ExecutionNotRedrivable',
    );
  });

  it('of EXPRESS machines are answered when they have ended, and are not described', async () => {
    const express = await create(machine({ Type: 'Task', Resource: lambda, End: true }), { type: 'EXPRESS' });
    const sync = (stateMachineArn: string, input: string) =>
      client.send(new sfn.StartSyncExecutionCommand({ stateMachineArn, input }));
    const done = await sync(express, '{"a":1}');
    expect(done).toMatchObject({
      status: 'SUCCEEDED',
      output: '{"a":1}',
      billingDetails: { billedMemoryUsedInMB: 64 },
    });
    expect(done.executionArn).toContain(':express:');
    expect(await sync(express, '{"fail":true}')).toMatchObject({ status: 'FAILED', error: 'Odd' });
    expect(await refusal(client.send(new sfn.DescribeExecutionCommand({ executionArn: done.executionArn })))).toBe(
      'InvalidArn',
    );
    expect(await refusal(client.send(new sfn.ListExecutionsCommand({ stateMachineArn: express })))).toBe(
      'StateMachineTypeNotSupported',
    );
    expect(await refusal(sync(await create(passing), '{}'))).toBe('StateMachineTypeNotSupported');
  });

  it('start executions of other machines', async () => {
    const child = await create(machine({ ...pass, Result: { x: 1 } }));
    const Resource = 'arn:aws:states:::states:startExecution.sync:2';
    const parent = await create(
      machine({
        Type: 'Task',
        Resource,
        Parameters: { StateMachineArn: child, Input: {} },
        OutputPath: '$.Output',
        End: true,
      }),
    );
    expect((await ended(await start(parent))).output).toBe('{"x":1}');
  });

  it('ask this API from a state as the SDK would, in PascalCase, and name its errors after the service', async () => {
    const child = await create(passing);
    const ask = async (action: string, Parameters: object) => {
      const Resource = `arn:aws:states:::aws-sdk:sfn:${action}`;
      return await ended(await start(await create(machine({ Type: 'Task', Resource, Parameters, End: true }))));
    };
    const begun = await ask('startExecution', { StateMachineArn: child, Input: { a: 1 } });
    expect(JSON.parse(begun.output ?? '')).toEqual({
      ExecutionArn: expect.stringContaining(':execution:'),
      StartDate: expect.stringMatching(/^\d{4}-.*Z$/),
    });
    const { ExecutionArn } = JSON.parse(begun.output ?? '');
    expect((await ended(ExecutionArn)).input).toBe('{"a":1}');
    const described = await ask('describeStateMachine', { StateMachineArn: child });
    expect(JSON.parse(described.output ?? '')).toMatchObject({ Status: 'ACTIVE', Definition: passing });
    const missing = await ask('describeStateMachine', { StateMachineArn: `${child}x` });
    expect(missing).toMatchObject({ status: 'FAILED', error: 'Sfn.StateMachineDoesNotExistException' });
  });

  it('have Map Runs that can be looked at', async () => {
    const ItemProcessor = {
      ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' },
      StartAt: 'I',
      States: { I: pass },
    };
    const executionArn = await start(
      await create(machine({ Type: 'Map', ItemProcessor, MaxConcurrency: 2, End: true })),
      { input: '[1,2,3]' },
    );
    await ended(executionArn);
    const { mapRuns = [] } = await client.send(new sfn.ListMapRunsCommand({ executionArn }));
    const run = await client.send(new sfn.DescribeMapRunCommand({ mapRunArn: mapRuns[0]?.mapRunArn }));
    expect(run).toMatchObject({
      status: 'SUCCEEDED',
      maxConcurrency: 2,
      itemCounts: { total: 3, succeeded: 3, running: 0, pending: 0 },
    });
    expect(await refusal(client.send(new sfn.DescribeMapRunCommand({ mapRunArn: 'arn:none' })))).toBe('InvalidArn');
  });
});

describe('task tokens and activities', () => {
  it('are answered by a worker', async () => {
    const { activityArn } = await client.send(new sfn.CreateActivityCommand({ name: 'work' }));
    const arn = await create(machine({ Type: 'Task', Resource: activityArn, End: true }));
    const run = async (answer: (taskToken: string) => Promise<unknown>) => {
      const executionArn = await start(arn, { input: '{"a":1}' });
      const { taskToken, input } = await client.send(new sfn.GetActivityTaskCommand({ activityArn, workerName: 'w' }));
      expect(input).toBe('{"a":1}');
      await answer(taskToken as string);
      return await ended(executionArn);
    };
    const done = await run(async (taskToken) => {
      await client.send(new sfn.SendTaskHeartbeatCommand({ taskToken }));
      expect(await refusal(client.send(new sfn.SendTaskSuccessCommand({ taskToken, output: '{' })))).toBe(
        'InvalidOutput',
      );
      await client.send(new sfn.SendTaskSuccessCommand({ taskToken, output: '"done"' }));
      expect(await refusal(client.send(new sfn.SendTaskSuccessCommand({ taskToken, output: '1' })))).toBe(
        'TaskTimedOut',
      );
    });
    expect(done).toMatchObject({ status: 'SUCCEEDED', output: '"done"' });
    const failed = await run((taskToken) =>
      client.send(new sfn.SendTaskFailureCommand({ taskToken, error: 'E', cause: 'c' })),
    );
    expect(failed).toMatchObject({ status: 'FAILED', error: 'E', cause: 'c' });
    expect(await refusal(client.send(new sfn.SendTaskHeartbeatCommand({ taskToken: 'odd' })))).toBe('InvalidToken');
  });

  it('are described, listed and deleted', async () => {
    const { activityArn } = await client.send(new sfn.CreateActivityCommand({ name: 'brief' }));
    expect(await client.send(new sfn.DescribeActivityCommand({ activityArn }))).toMatchObject({ name: 'brief' });
    const { activities } = await client.send(new sfn.ListActivitiesCommand({}));
    expect(activities?.map((one) => one.activityArn)).toContain(activityArn);
    await client.send(new sfn.DeleteActivityCommand({ activityArn }));
    expect(await refusal(client.send(new sfn.DescribeActivityCommand({ activityArn })))).toBe('ActivityDoesNotExist');
    expect(await refusal(client.send(new sfn.CreateActivityCommand({ name: 'a b' })))).toBe('InvalidName');
  });
});

it('keeps tags of machines and activities', async () => {
  const resourceArn = await create(passing, { tags: [{ key: 'a', value: '1' }] });
  await client.send(new sfn.TagResourceCommand({ resourceArn, tags: [{ key: 'b', value: '2' }] }));
  await client.send(new sfn.UntagResourceCommand({ resourceArn, tagKeys: ['a'] }));
  const { tags } = await client.send(new sfn.ListTagsForResourceCommand({ resourceArn }));
  expect(tags).toEqual([{ key: 'b', value: '2' }]);
  const many = Array.from({ length: 51 }, (_, index) => ({ key: `k${index}`, value: '' }));
  expect(await refusal(client.send(new sfn.TagResourceCommand({ resourceArn, tags: many })))).toBe('TooManyTags');
  expect(await refusal(client.send(new sfn.ListTagsForResourceCommand({ resourceArn: `${resourceArn}x` })))).toBe(
    'ResourceNotFound',
  );
});

describe('a state by itself', () => {
  const test = (state: object, fields: object = {}) =>
    client.send(new sfn.TestStateCommand({ definition: JSON.stringify(state), roleArn, ...fields }));
  const task = {
    Type: 'Task',
    Resource: 'arn:aws:states:::dynamodb:putItem',
    Parameters: { TableName: 't', Item: {} },
    Next: 'Then',
  };

  it('is tried with what it gives and where it leads', async () => {
    expect(await test({ Type: 'Pass', Result: 1, Next: 'Then' })).toMatchObject({
      status: 'SUCCEEDED',
      output: '1',
      nextState: 'Then',
    });
    expect(await test({ Type: 'Fail', Error: 'E' })).toMatchObject({ status: 'FAILED', error: 'E' });
  });

  it('is tried with a mock of what it calls', async () => {
    const given = { mock: { result: '{"ok":true}' }, inspectionLevel: 'DEBUG' };
    const done = await test(task, given);
    expect(done).toMatchObject({ status: 'SUCCEEDED', output: '{"ok":true}', nextState: 'Then' });
    expect(done.inspectionData).toMatchObject({ afterParameters: '{"TableName":"t","Item":{}}' });
    const mock = { errorOutput: { error: 'Odd', cause: 'c' } };
    expect(await test(task, { mock })).toMatchObject({ status: 'FAILED', error: 'Odd', cause: 'c' });
    const Catch = [{ ErrorEquals: ['Odd'], Next: 'Else' }];
    expect(await test({ ...task, Catch }, { mock })).toMatchObject({
      status: 'CAUGHT_ERROR',
      error: 'Odd',
      nextState: 'Else',
    });
    expect(await test({ ...task, Catch, Retry: [{ ErrorEquals: ['Odd'] }] }, { mock })).toMatchObject({
      status: 'RETRIABLE',
      error: 'Odd',
    });
  });

  it('is refused when AWS would refuse it', async () => {
    expect(await refusal(test({ Type: 'Pass', Odd: 1, End: true }))).toBe('InvalidDefinition');
  });
});

it('validates a definition that no machine has', async () => {
  const validate = (definition: string) => client.send(new sfn.ValidateStateMachineDefinitionCommand({ definition }));
  expect(await validate(passing)).toMatchObject({ result: 'OK', diagnostics: [] });
  expect(await validate('{')).toMatchObject({ result: 'FAIL', diagnostics: [{ code: 'INVALID_JSON_DESCRIPTION' }] });
});
