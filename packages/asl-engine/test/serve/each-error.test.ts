import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import * as sfn from '@aws-sdk/client-sfn';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTaskToken } from '../../src/execution/task-tokens.ts';
import { aServer, machine, pass, prefix, roleArn } from './a-server.ts';

// What each operation may be answered with, as the official SDK's declarations say, from the API reference.
const commands = join(dirname(createRequire(import.meta.url).resolve('@aws-sdk/client-sfn')), '../dist-types/commands');
const errorsOf: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  readdirSync(commands, { encoding: 'utf8' })
    .filter((file) => file.endsWith('Command.d.ts'))
    .map((file) => {
      const told = [...readFileSync(join(commands, file), 'utf8').matchAll(/@throws \{@link (\w+)\}/g)];
      const names = new Set(told.flatMap(([, name = '']) => (name.endsWith('ServiceException') ? [] : [name])));
      return [file.replace('Command.d.ts', ''), [...names].toSorted()];
    }),
);

/** Why an error is never answered here: by its name, or for one operation. */
const explained: Readonly<Record<string, string>> = {
  ActivityLimitExceeded: 'a quota of an account; there is none here',
  ActivityWorkerLimitExceeded: 'a quota of an account; there is none here',
  ExecutionLimitExceeded: 'a quota of an account; there is none here',
  StateMachineLimitExceeded: 'a quota of an account; there is none here',
  StateMachineDeleting: 'a machine is deleted at once',
  KmsAccessDeniedException: 'keys are checked and shown, not used',
  KmsInvalidStateException: 'keys are checked and shown, not used',
  KmsThrottlingException: 'keys are checked and shown, not used',
  'CreateStateMachine ConflictException': 'calls are answered one after another',
  'CreateStateMachine StateMachineTypeNotSupported': 'both types are supported; another one is ValidationException',
  'CreateStateMachineAlias InvalidName': 'AWS answers a name of the wrong form with ValidationException (recorded)',
  'DeleteStateMachineAlias ConflictException': 'calls are answered one after another',
  'DeleteStateMachineAlias ResourceNotFound': 'AWS answers an alias that is not there with success (recorded)',
  'UpdateStateMachine ConflictException': 'calls are answered one after another',
  'UpdateStateMachineAlias ConflictException': 'calls are answered one after another',
};
const whyNot = (operation: string, error: string) => explained[`${operation} ${error}`] ?? explained[error];

let server: Awaited<ReturnType<typeof aServer>>;
let at: Awaited<ReturnType<typeof prepare>>;
beforeAll(async () => {
  server = await aServer();
  at = await prepare();
});
afterAll(() => server.close());

const passing = machine(pass);
// The commands have no type in common that the client would take.
const send = (command: object): Promise<object> => server.client.send(command as never);

// One of each thing that an error needs.
async function prepare() {
  const stateMachineArn = await server.create(passing, { name: 'one', publish: true });
  const other = await server.create(passing, { publish: true });
  const express = await server.create(passing, { type: 'EXPRESS' });
  await send(
    new sfn.CreateStateMachineAliasCommand({
      name: 'live',
      routingConfiguration: [{ stateMachineVersionArn: `${stateMachineArn}:1`, weight: 100 }],
    }),
  );
  const executionArn = await server.start(stateMachineArn, { name: 'once' });
  await server.ended(executionArn);
  const { activityArn = '' } = (await send(
    new sfn.CreateActivityCommand({ name: 'work' }),
  )) as sfn.CreateActivityCommandOutput;
  const asking = await server.create(machine({ Type: 'Task', Resource: activityArn, End: true }));
  await server.start(asking);
  const { taskToken = '' } = (await send(
    new sfn.GetActivityTaskCommand({ activityArn }),
  )) as sfn.GetActivityTaskCommandOutput;
  await send(new sfn.SendTaskSuccessCommand({ taskToken, output: '1' }));
  const processor = { ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' }, StartAt: 'P' };
  const map = { Type: 'Map', ItemProcessor: { ...processor, States: { P: pass } }, End: true };
  const mapping = await server.start(await server.create(machine(map)), { input: '[1]' });
  await server.ended(mapping);
  const { mapRuns } = (await send(
    new sfn.ListMapRunsCommand({ executionArn: mapping }),
  )) as sfn.ListMapRunsCommandOutput;
  const full = await filled();
  return {
    stateMachineArn,
    other,
    express,
    executionArn,
    activityArn,
    taskToken,
    full,
    mapRunArn: mapRuns?.[0]?.mapRunArn,
  };
}

// A machine with as many versions and aliases as one may have: by plain calls, which are quicker than the SDK's.
async function filled() {
  const stateMachineArn = await server.create(passing, { publish: true });
  const call = (operation: string, fields: object) =>
    fetch(server.url, {
      method: 'POST',
      headers: { 'X-Amz-Target': `AWSStepFunctions.${operation}` },
      body: JSON.stringify(fields),
    }).then((response) => response.text());
  for (let version = 2; version <= 1000; version++)
    await call('UpdateStateMachine', { stateMachineArn, roleArn: `${roleArn}${version}`, publish: true });
  // One revision more, which is not published.
  await call('UpdateStateMachine', { stateMachineArn, roleArn: `${roleArn}0` });
  for (let alias = 0; alias < 100; alias++)
    await call('CreateStateMachineAlias', {
      name: `a${alias}`,
      routingConfiguration: [{ stateMachineVersionArn: `${stateMachineArn}:1`, weight: 100 }],
    });
  return stateMachineArn;
}

const odd = 'odd';
const long = (arn: string) => arn + 'x'.repeat(2000);
const none = `${prefix}:stateMachine:none`;
const noExecution = `${prefix}:execution:one:none`;
const noMapRun = `${prefix}:mapRun:one/Each:none`;
const noActivity = `${prefix}:activity:none`;
const tags = Array.from({ length: 51 }, (_, index) => ({ key: `k${index}`, value: 'v' }));
const loggingConfiguration = { level: 'ALL' } as const;
const encryptionConfiguration = { type: 'AWS_OWNED_KEY', kmsKeyId: 'k' } as const;
const tracingConfiguration = { enabled: 'odd' as never };
const route = (arn: string) => [{ stateMachineVersionArn: arn, weight: 100 }];

const created = (fields: object) =>
  new sfn.CreateStateMachineCommand({ name: 'new', definition: passing, roleArn, ...fields });
const updated = (fields: object) =>
  new sfn.UpdateStateMachineCommand({ stateMachineArn: at.stateMachineArn, ...fields });
const aliased = (fields: object) =>
  new sfn.CreateStateMachineAliasCommand({
    ...{ name: 'new', routingConfiguration: route(`${at.stateMachineArn}:1`), ...fields },
  });
const started = (fields: object) => new sfn.StartExecutionCommand({ stateMachineArn: at.stateMachineArn, ...fields });
const synced = (fields: object) => new sfn.StartSyncExecutionCommand({ stateMachineArn: at.express, ...fields });
const tested = (fields: object) => new sfn.TestStateCommand({ definition: JSON.stringify(pass), roleArn, ...fields });
const inLists = { nextToken: 'odd' };

type Provoke = () => object;
/** A call that is answered with the error, by operation. */
const provoked: Readonly<Record<string, Readonly<Record<string, Provoke>>>> = {
  CreateActivity: {
    ActivityAlreadyExists: () =>
      new sfn.CreateActivityCommand({
        name: 'work',
        encryptionConfiguration: { type: 'CUSTOMER_MANAGED_KMS_KEY', kmsKeyId: 'k' },
      }),
    InvalidEncryptionConfiguration: () => new sfn.CreateActivityCommand({ name: 'new', encryptionConfiguration }),
    InvalidName: () => new sfn.CreateActivityCommand({ name: 'a b' }),
    TooManyTags: () => new sfn.CreateActivityCommand({ name: 'new', tags }),
  },
  CreateStateMachine: {
    InvalidArn: () => created({ roleArn: odd }),
    InvalidDefinition: () => created({ definition: '{}' }),
    InvalidEncryptionConfiguration: () => created({ encryptionConfiguration }),
    InvalidLoggingConfiguration: () => created({ loggingConfiguration }),
    InvalidName: () => created({ name: 'a b' }),
    InvalidTracingConfiguration: () => created({ tracingConfiguration }),
    StateMachineAlreadyExists: () => created({ name: 'one', definition: machine({ ...pass, Result: 1 }) }),
    TooManyTags: () => created({ tags }),
    ValidationException: () => created({ versionDescription: 'v' }),
  },
  CreateStateMachineAlias: {
    ConflictException: () => aliased({ name: 'live', description: 'other' }),
    InvalidArn: () => aliased({ routingConfiguration: route(odd) }),
    ResourceNotFound: () => aliased({ routingConfiguration: route(`${at.stateMachineArn}:9`) }),
    ServiceQuotaExceededException: () => aliased({ routingConfiguration: route(`${at.full}:1`) }),
    ValidationException: () => aliased({ routingConfiguration: route(at.stateMachineArn) }),
  },
  DeleteActivity: { InvalidArn: () => new sfn.DeleteActivityCommand({ activityArn: odd }) },
  DeleteStateMachine: {
    InvalidArn: () => new sfn.DeleteStateMachineCommand({ stateMachineArn: odd }),
    ValidationException: () => new sfn.DeleteStateMachineCommand({ stateMachineArn: `${at.stateMachineArn}:1` }),
  },
  DeleteStateMachineAlias: {
    InvalidArn: () => new sfn.DeleteStateMachineAliasCommand({ stateMachineAliasArn: odd }),
    ValidationException: () => new sfn.DeleteStateMachineAliasCommand({ stateMachineAliasArn: long(none) }),
  },
  DeleteStateMachineVersion: {
    ConflictException: () =>
      new sfn.DeleteStateMachineVersionCommand({ stateMachineVersionArn: `${at.stateMachineArn}:1` }),
    InvalidArn: () => new sfn.DeleteStateMachineVersionCommand({ stateMachineVersionArn: odd }),
    ValidationException: () => new sfn.DeleteStateMachineVersionCommand({ stateMachineVersionArn: at.stateMachineArn }),
  },
  DescribeActivity: {
    ActivityDoesNotExist: () => new sfn.DescribeActivityCommand({ activityArn: noActivity }),
    InvalidArn: () => new sfn.DescribeActivityCommand({ activityArn: odd }),
  },
  DescribeExecution: {
    ExecutionDoesNotExist: () => new sfn.DescribeExecutionCommand({ executionArn: noExecution }),
    InvalidArn: () => new sfn.DescribeExecutionCommand({ executionArn: odd }),
  },
  DescribeMapRun: {
    InvalidArn: () => new sfn.DescribeMapRunCommand({ mapRunArn: odd }),
    ResourceNotFound: () => new sfn.DescribeMapRunCommand({ mapRunArn: noMapRun }),
  },
  DescribeStateMachine: {
    InvalidArn: () => new sfn.DescribeStateMachineCommand({ stateMachineArn: odd }),
    StateMachineDoesNotExist: () => new sfn.DescribeStateMachineCommand({ stateMachineArn: none }),
  },
  DescribeStateMachineAlias: {
    InvalidArn: () => new sfn.DescribeStateMachineAliasCommand({ stateMachineAliasArn: odd }),
    ResourceNotFound: () => new sfn.DescribeStateMachineAliasCommand({ stateMachineAliasArn: `${none}:live` }),
    ValidationException: () => new sfn.DescribeStateMachineAliasCommand({ stateMachineAliasArn: long(none) }),
  },
  DescribeStateMachineForExecution: {
    ExecutionDoesNotExist: () => new sfn.DescribeStateMachineForExecutionCommand({ executionArn: noExecution }),
    InvalidArn: () => new sfn.DescribeStateMachineForExecutionCommand({ executionArn: odd }),
  },
  GetActivityTask: {
    ActivityDoesNotExist: () => new sfn.GetActivityTaskCommand({ activityArn: noActivity }),
    InvalidArn: () => new sfn.GetActivityTaskCommand({ activityArn: odd }),
  },
  GetExecutionHistory: {
    ExecutionDoesNotExist: () => new sfn.GetExecutionHistoryCommand({ executionArn: noExecution }),
    InvalidArn: () => new sfn.GetExecutionHistoryCommand({ executionArn: odd }),
    InvalidToken: () => new sfn.GetExecutionHistoryCommand({ executionArn: at.executionArn, ...inLists }),
  },
  ListActivities: { InvalidToken: () => new sfn.ListActivitiesCommand(inLists) },
  ListExecutions: {
    InvalidArn: () => new sfn.ListExecutionsCommand({ stateMachineArn: odd }),
    InvalidToken: () => new sfn.ListExecutionsCommand({ stateMachineArn: at.stateMachineArn, ...inLists }),
    ResourceNotFound: () => new sfn.ListExecutionsCommand({ mapRunArn: noMapRun }),
    StateMachineDoesNotExist: () => new sfn.ListExecutionsCommand({ stateMachineArn: none }),
    StateMachineTypeNotSupported: () => new sfn.ListExecutionsCommand({ stateMachineArn: at.express }),
    ValidationException: () => new sfn.ListExecutionsCommand({}),
  },
  ListMapRuns: {
    ExecutionDoesNotExist: () => new sfn.ListMapRunsCommand({ executionArn: noExecution }),
    InvalidArn: () => new sfn.ListMapRunsCommand({ executionArn: odd }),
    InvalidToken: () => new sfn.ListMapRunsCommand({ executionArn: at.executionArn, ...inLists }),
  },
  ListStateMachineAliases: {
    InvalidArn: () => new sfn.ListStateMachineAliasesCommand({ stateMachineArn: odd }),
    InvalidToken: () => new sfn.ListStateMachineAliasesCommand({ stateMachineArn: at.stateMachineArn, ...inLists }),
    ResourceNotFound: () => new sfn.ListStateMachineAliasesCommand({ stateMachineArn: `${at.stateMachineArn}:9` }),
    StateMachineDoesNotExist: () => new sfn.ListStateMachineAliasesCommand({ stateMachineArn: none }),
  },
  ListStateMachineVersions: {
    InvalidArn: () => new sfn.ListStateMachineVersionsCommand({ stateMachineArn: odd }),
    InvalidToken: () => new sfn.ListStateMachineVersionsCommand({ stateMachineArn: at.stateMachineArn, ...inLists }),
    ValidationException: () =>
      new sfn.ListStateMachineVersionsCommand({ stateMachineArn: at.stateMachineArn, maxResults: 1001 }),
  },
  ListStateMachines: { InvalidToken: () => new sfn.ListStateMachinesCommand(inLists) },
  ListTagsForResource: {
    InvalidArn: () => new sfn.ListTagsForResourceCommand({ resourceArn: odd }),
    ResourceNotFound: () => new sfn.ListTagsForResourceCommand({ resourceArn: none }),
  },
  PublishStateMachineVersion: {
    ConflictException: () =>
      new sfn.PublishStateMachineVersionCommand({ stateMachineArn: at.stateMachineArn, revisionId: 'other' }),
    InvalidArn: () => new sfn.PublishStateMachineVersionCommand({ stateMachineArn: odd }),
    ServiceQuotaExceededException: () => new sfn.PublishStateMachineVersionCommand({ stateMachineArn: at.full }),
    StateMachineDoesNotExist: () => new sfn.PublishStateMachineVersionCommand({ stateMachineArn: none }),
    ValidationException: () =>
      new sfn.PublishStateMachineVersionCommand({ stateMachineArn: `${at.stateMachineArn}:1` }),
  },
  RedriveExecution: {
    ExecutionDoesNotExist: () => new sfn.RedriveExecutionCommand({ executionArn: noExecution }),
    ExecutionNotRedrivable: () => new sfn.RedriveExecutionCommand({ executionArn: at.executionArn }),
    InvalidArn: () => new sfn.RedriveExecutionCommand({ executionArn: odd }),
    ValidationException: () => new sfn.RedriveExecutionCommand({ executionArn: long(noExecution) }),
  },
  SendTaskFailure: {
    InvalidToken: () => new sfn.SendTaskFailureCommand({ taskToken: odd }),
    TaskDoesNotExist: () => new sfn.SendTaskFailureCommand({ taskToken: tokenOfNone() }),
    TaskTimedOut: () => new sfn.SendTaskFailureCommand({ taskToken: at.taskToken }),
  },
  SendTaskHeartbeat: {
    InvalidToken: () => new sfn.SendTaskHeartbeatCommand({ taskToken: odd }),
    TaskDoesNotExist: () => new sfn.SendTaskHeartbeatCommand({ taskToken: tokenOfNone() }),
    TaskTimedOut: () => new sfn.SendTaskHeartbeatCommand({ taskToken: at.taskToken }),
  },
  SendTaskSuccess: {
    InvalidOutput: () => new sfn.SendTaskSuccessCommand({ taskToken: at.taskToken, output: '{' }),
    InvalidToken: () => new sfn.SendTaskSuccessCommand({ taskToken: odd, output: '1' }),
    TaskDoesNotExist: () => new sfn.SendTaskSuccessCommand({ taskToken: tokenOfNone(), output: '1' }),
    TaskTimedOut: () => new sfn.SendTaskSuccessCommand({ taskToken: at.taskToken, output: '1' }),
  },
  StartExecution: {
    ExecutionAlreadyExists: () => started({ name: 'once' }),
    InvalidArn: () => started({ stateMachineArn: odd }),
    InvalidExecutionInput: () => started({ input: '{' }),
    InvalidName: () => started({ name: 'a b' }),
    StateMachineDoesNotExist: () => started({ stateMachineArn: none }),
    ValidationException: () => started({ name: 'x'.repeat(81) }),
  },
  StartSyncExecution: {
    InvalidArn: () => synced({ stateMachineArn: odd }),
    InvalidExecutionInput: () => synced({ input: '{' }),
    InvalidName: () => synced({ name: 'a b' }),
    StateMachineDoesNotExist: () => synced({ stateMachineArn: none }),
    StateMachineTypeNotSupported: () => synced({ stateMachineArn: at.stateMachineArn }),
  },
  StopExecution: {
    ExecutionDoesNotExist: () => new sfn.StopExecutionCommand({ executionArn: noExecution }),
    InvalidArn: () => new sfn.StopExecutionCommand({ executionArn: odd }),
    ValidationException: () => new sfn.StopExecutionCommand({ executionArn: at.executionArn, error: 'x'.repeat(257) }),
  },
  TagResource: {
    InvalidArn: () => new sfn.TagResourceCommand({ resourceArn: odd, tags: [] }),
    ResourceNotFound: () => new sfn.TagResourceCommand({ resourceArn: none, tags: [] }),
    TooManyTags: () => new sfn.TagResourceCommand({ resourceArn: at.stateMachineArn, tags }),
  },
  TestState: {
    InvalidArn: () => tested({ roleArn: odd }),
    InvalidDefinition: () => tested({ definition: '{' }),
    InvalidExecutionInput: () => tested({ input: '{' }),
    ValidationException: () => tested({ mock: { result: '1' } }),
  },
  UntagResource: {
    InvalidArn: () => new sfn.UntagResourceCommand({ resourceArn: odd, tagKeys: [] }),
    ResourceNotFound: () => new sfn.UntagResourceCommand({ resourceArn: none, tagKeys: [] }),
  },
  UpdateMapRun: {
    InvalidArn: () => new sfn.UpdateMapRunCommand({ mapRunArn: odd }),
    ResourceNotFound: () => new sfn.UpdateMapRunCommand({ mapRunArn: noMapRun }),
    ValidationException: () => new sfn.UpdateMapRunCommand({ mapRunArn: at.mapRunArn, maxConcurrency: 1 }),
  },
  UpdateStateMachine: {
    InvalidArn: () => updated({ stateMachineArn: odd }),
    InvalidDefinition: () => updated({ definition: '{}' }),
    InvalidEncryptionConfiguration: () => updated({ encryptionConfiguration }),
    InvalidLoggingConfiguration: () => updated({ loggingConfiguration }),
    InvalidTracingConfiguration: () => updated({ tracingConfiguration }),
    MissingRequiredParameter: () => updated({}),
    ServiceQuotaExceededException: () => updated({ stateMachineArn: at.full, roleArn, publish: true }),
    StateMachineDoesNotExist: () => updated({ stateMachineArn: none, roleArn }),
    ValidationException: () => updated({ roleArn, versionDescription: 'v' }),
  },
  UpdateStateMachineAlias: {
    InvalidArn: () => new sfn.UpdateStateMachineAliasCommand({ stateMachineAliasArn: odd }),
    ResourceNotFound: () => new sfn.UpdateStateMachineAliasCommand({ stateMachineAliasArn: `${none}:live` }),
    ValidationException: () =>
      new sfn.UpdateStateMachineAliasCommand({ stateMachineAliasArn: `${at.stateMachineArn}:live` }),
  },
  ValidateStateMachineDefinition: {
    ValidationException: () => new sfn.ValidateStateMachineDefinitionCommand({ definition: passing, maxResults: 101 }),
  },
};

// A token of an execution that this server does not know.
function tokenOfNone(): string {
  return createTaskToken(noExecution, 'any');
}

const all = Object.entries(errorsOf).flatMap(([operation, errors]) =>
  errors.map((error) => [operation, error] as const),
);

describe('an error of the API', () => {
  it('is one of an operation of which there are 37', () => {
    expect(Object.keys(errorsOf)).toHaveLength(37);
    expect(all.length).toBeGreaterThan(150);
  });

  it.each(all.filter(([operation, error]) => whyNot(operation, error) === undefined))(
    '%s is answered with %s',
    async (operation, error) => {
      const provoke = provoked[operation]?.[error];
      expect(provoke, `no call provokes it, and nothing explains why not`).toBeDefined();
      const problem = await send((provoke as Provoke)()).then(
        () => undefined,
        (refused: Error) => refused.name,
      );
      expect(problem).toBe(error);
    },
  );

  it('that is never answered is listed with why', async () => {
    const rows = all.flatMap(([operation, error]) => {
      const why = whyNot(operation, error);
      return why === undefined ? [] : [`| ${operation} | ${error} | ${why} |`];
    });
    const answered = all.length - rows.length;
    const text = `# Errors that are never answered

The API reference names ${all.length} errors of its ${Object.keys(errorsOf).length} operations. \`asl-engine serve\` answers
${answered} of them; \`test/serve/each-error.test.ts\` provokes each, and writes this list of the others.

| Operation | Error | Why not here |
|---|---|---|
${rows.join('\n')}
`;
    await expect(text).toMatchFileSnapshot('../../ERRORS.md');
  });
});
