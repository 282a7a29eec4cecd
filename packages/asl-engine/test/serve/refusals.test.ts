import * as sfn from '@aws-sdk/client-sfn';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aServer, machine, pass, prefix, refusal, roleArn } from './a-server.ts';

const passing = machine(pass);
const group = (name: string) => ({
  cloudWatchLogsLogGroup: { logGroupArn: `arn:aws:logs:us-east-1:123456789012:log-group:${name}:*` },
});
let server: Awaited<ReturnType<typeof aServer>>;
beforeAll(async () => {
  server = await aServer();
});
afterAll(() => server.close());

const createNamed = (name: string, fields: object) =>
  server.client.send(new sfn.CreateStateMachineCommand({ name, definition: passing, roleArn, ...fields }));

// API reference, "LoggingConfiguration", "EncryptionConfiguration"; the words are AWS's where somebody has told them.
describe('a machine', () => {
  it.each<[string, object]>([
    ['logs without a destination', { loggingConfiguration: { level: 'ALL' } }],
    ['two destinations', { loggingConfiguration: { level: 'ALL', destinations: [group('a'), group('b')] } }],
    [
      'a destination that is no log group',
      {
        loggingConfiguration: {
          level: 'ERROR',
          destinations: [{ cloudWatchLogsLogGroup: { logGroupArn: 'arn:odd' } }],
        },
      },
    ],
  ])('is refused with %s: InvalidLoggingConfiguration', async (_, fields) => {
    expect(await refusal(createNamed('logs', fields))).toMatch(/^InvalidLoggingConfiguration: Invalid Logging/);
  });

  it.each<[string, object]>([
    ['a customer key of no name', { type: 'CUSTOMER_MANAGED_KMS_KEY' }],
    ['a key beside the type of AWS keys', { type: 'AWS_OWNED_KEY', kmsKeyId: 'k' }],
  ])('is refused with %s: InvalidEncryptionConfiguration', async (_, encryptionConfiguration) => {
    const created = createNamed('keys', { encryptionConfiguration });
    expect(await refusal(created)).toMatch(/^InvalidEncryptionConfiguration: Invalid Encryption/);
    const activity = server.client.send(
      new sfn.CreateActivityCommand({ name: 'keys', encryptionConfiguration: encryptionConfiguration as never }),
    );
    expect(await refusal(activity)).toMatch(/^InvalidEncryptionConfiguration/);
  });

  it('is refused for a member of a configuration by the path to it', async () => {
    const level = { loggingConfiguration: { level: 'LOUD' as never } };
    expect(await refusal(createNamed('odd', level))).toContain("Value 'LOUD' at 'loggingConfiguration.level' failed");
    const routingConfiguration = [{ stateMachineVersionArn: `${prefix}:stateMachine:odd:1` } as never];
    const weightless = server.client.send(new sfn.CreateStateMachineAliasCommand({ name: 'a', routingConfiguration }));
    expect(await refusal(weightless)).toContain("Value null at 'routingConfiguration.1.member.weight' failed");
  });

  it('shows its configurations with what they have by default', async () => {
    const arn = await server.create(passing, {
      loggingConfiguration: { level: 'ALL', destinations: [group('g')] },
      encryptionConfiguration: { type: 'CUSTOMER_MANAGED_KMS_KEY', kmsKeyId: 'k' },
      tracingConfiguration: { enabled: true },
    });
    const described = await server.client.send(new sfn.DescribeStateMachineCommand({ stateMachineArn: arn }));
    expect(described).toMatchObject({
      loggingConfiguration: { level: 'ALL', includeExecutionData: false, destinations: [group('g')] },
      encryptionConfiguration: { kmsDataKeyReusePeriodSeconds: 300, kmsKeyId: 'k' },
      tracingConfiguration: { enabled: true },
    });
    const metadata = await server.client.send(
      new sfn.DescribeStateMachineCommand({ stateMachineArn: arn, includedData: 'METADATA_ONLY' }),
    );
    expect(metadata.definition).toBe('{}');
  });

  it('shows which variables its states read', async () => {
    const arn = await server.create(machine({ ...pass, Parameters: { 'a.$': '$limit' } }));
    const described = await server.client.send(new sfn.DescribeStateMachineCommand({ stateMachineArn: arn }));
    expect(described.variableReferences).toEqual({ S: ['limit'] });
  });

  it('is created again by a request of another role or tags, and not by one of other logs', async () => {
    const first = await createNamed('again', {});
    const other = { roleArn: 'arn:aws:iam::123456789012:role/other', tags: [{ key: 'a', value: 'b' }] };
    expect((await createNamed('again', other)).stateMachineArn).toBe(first.stateMachineArn);
    const spoken = { loggingConfiguration: { level: 'OFF', includeExecutionData: false } };
    expect((await createNamed('again', spoken)).stateMachineArn).toBe(first.stateMachineArn);
    const logs = { loggingConfiguration: { level: 'ALL', destinations: [group('g')] } };
    expect(await refusal(createNamed('again', logs))).toBe(
      `StateMachineAlreadyExists: State Machine Already Exists: '${first.stateMachineArn}'`,
    );
  });

  it('has no new revision when an update changes nothing, and wants no description of a version it does not publish', async () => {
    const stateMachineArn = await server.create(passing);
    const update = (fields: object) =>
      server.client.send(new sfn.UpdateStateMachineCommand({ stateMachineArn, ...fields }));
    expect((await update({ definition: passing })).revisionId).toBeUndefined();
    expect((await update({ definition: machine({ ...pass, Result: 1 }) })).revisionId).toEqual(expect.any(String));
    expect(await refusal(update({ definition: passing, versionDescription: 'v' }))).toBe(
      'ValidationException: Version description can only be set when publish is true',
    );
  });

  it.each<[string, object, string]>([
    [
      'a job that is waited for',
      { Type: 'Task', Resource: 'arn:aws:states:::glue:startJobRun.sync', Parameters: { JobName: 'j' } },
      'Resource',
    ],
    ['a callback', { Type: 'Task', Resource: 'arn:aws:states:::sqs:sendMessage.waitForTaskToken' }, 'Resource'],
    ['an activity', { Type: 'Task', Resource: `${prefix}:activity:a` }, 'Resource'],
    [
      'a distributed Map',
      {
        Type: 'Map',
        ItemProcessor: {
          ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'EXPRESS' },
          StartAt: 'I',
          States: { I: pass },
        },
      },
      'ItemProcessor',
    ],
  ])('of type EXPRESS is refused with %s, one of type STANDARD is not', async (_, state, field) => {
    const definition = machine({ ...state, End: true });
    const refused = await refusal(createNamed('express', { definition, type: 'EXPRESS' }));
    expect(refused).toMatch(/^InvalidDefinition: .*SCHEMA_VALIDATION_FAILED: Express state machine does not support/);
    expect(refused).toContain(`at /States/S/${field}'`);
    const validate = (type: 'EXPRESS' | 'STANDARD') =>
      server.client.send(new sfn.ValidateStateMachineDefinitionCommand({ definition, type }));
    expect(await validate('EXPRESS')).toMatchObject({ result: 'FAIL' });
    expect(await validate('STANDARD')).toMatchObject({ result: 'OK' });
  });
});

describe('an alias', () => {
  let arn: string;
  beforeAll(async () => {
    arn = await server.create(passing, { publish: true });
  });
  const route = (to: string, weight: number) => ({ stateMachineVersionArn: to, weight });
  const create = (routingConfiguration: sfn.RoutingConfigurationListItem[], name = 'live') =>
    refusal(server.client.send(new sfn.CreateStateMachineAliasCommand({ name, routingConfiguration })));

  it('needs one or two versions of one machine, with weights of a hundred', async () => {
    expect(await create([route(arn, 100)])).toContain(
      'ValidationException: Routing configuration must contain state machine version ARNs.',
    );
    expect(await create([route(`${arn}:1`, 50)])).toContain(
      'ValidationException: Sum of routing configuration weights must equal 100. Received: [50]',
    );
    expect(await create([route(`${arn}:1`, 50), route(`${arn}:1`, 50)])).toContain('distinct state machine version');
    const three = [route(`${arn}:1`, 50), route(`${arn}:2`, 25), route(`${arn}:3`, 25)];
    expect(await create(three)).toContain('Member must have length less than or equal to 2');
    expect(await create([route(`${arn}:7`, 100)])).toMatch(/^ResourceNotFound/);
    expect(await create([route(`${arn}:1`, 100)], '12')).toContain('must satisfy regular expression pattern');
  });

  it('is one of at most a hundred', async () => {
    for (let index = 0; index < 100; index++)
      expect(await create([route(`${arn}:1`, 100)], `a${index}`)).toBeUndefined();
    expect(await create([route(`${arn}:1`, 100)], 'more')).toMatch(/^ServiceQuotaExceededException/);
  });
});

describe('an ARN', () => {
  const unknown = `${prefix}:stateMachine:none`;
  it.each<[string, () => Promise<unknown>, string]>([
    [
      'of no machine',
      () => server.client.send(new sfn.DescribeStateMachineCommand({ stateMachineArn: 'odd' })),
      "InvalidArn: Invalid Arn: 'Invalid ARN prefix: odd'",
    ],
    [
      'of an activity for a machine',
      () => server.client.send(new sfn.StartExecutionCommand({ stateMachineArn: `${prefix}:activity:a` })),
      "InvalidArn: Invalid Arn: 'Resource type not valid in this context: activity'",
    ],
    [
      'of a machine that is not there, of its versions',
      () => server.client.send(new sfn.ListStateMachineVersionsCommand({ stateMachineArn: unknown })),
      `InvalidArn: Invalid Arn: '${unknown}'`,
    ],
    [
      'of a machine that is not there, of its tags',
      () => server.client.send(new sfn.ListTagsForResourceCommand({ resourceArn: `${unknown}:1` })),
      `ResourceNotFound: Resource not found: '${unknown}:1'`,
    ],
  ])('%s is refused in AWS’s words', async (_, call, expected) => {
    expect(await refusal(call())).toBe(expected);
  });
});

describe('a page', () => {
  it('is refused with a token that is none, one that is too long, and too many items, all at once', async () => {
    const list = (fields: object) => refusal(server.client.send(new sfn.ListStateMachinesCommand(fields)));
    expect(await list({ nextToken: 'odd' })).toBe("InvalidToken: Invalid Token: 'Invalid token'");
    const both = await list({ nextToken: 'x'.repeat(1025), maxResults: 1001 });
    expect(both).toMatch(
      /^ValidationException: 2 validation errors detected: Value '1001' at 'maxResults' .*; Value 'x/,
    );
    expect(both).toContain(
      "at 'nextToken' failed to satisfy constraint: Member must have length less than or equal to 1024",
    );
  });

  it('of executions can be filtered by redrive, and never loses one to a filter', async () => {
    const arn = await server.create(machine({ Type: 'Fail' }));
    const arns = [await server.start(arn), await server.start(arn)];
    for (const executionArn of arns) await server.ended(executionArn);
    await server.client.send(new sfn.RedriveExecutionCommand({ executionArn: arns[0] as string }));
    await server.ended(arns[0] as string);
    const list = (fields: object) =>
      server.client.send(new sfn.ListExecutionsCommand({ stateMachineArn: arn, maxResults: 1, ...fields }));
    const { executions, nextToken } = await list({ redriveFilter: 'REDRIVEN' });
    expect(executions).toMatchObject([{ executionArn: arns[0], redriveCount: 1 }]);
    expect(nextToken).toBeUndefined();
    expect(await refusal(list({ statusFilter: 'PENDING_REDRIVE' }))).toMatch(/^ValidationException/);
  });
});

describe('an activity', () => {
  it('is created once for a name, and shows what encrypts it', async () => {
    const create = (fields: object) => server.client.send(new sfn.CreateActivityCommand({ name: 'once', ...fields }));
    const encryptionConfiguration = { type: 'CUSTOMER_MANAGED_KMS_KEY', kmsKeyId: 'k' } as const;
    const { activityArn } = await create({ encryptionConfiguration });
    expect((await create({ encryptionConfiguration, tags: [{ key: 'a' }] })).activityArn).toBe(activityArn);
    expect(await refusal(create({}))).toBe(`ActivityAlreadyExists: Activity Already Exists: '${activityArn}'`);
    const described = await server.client.send(new sfn.DescribeActivityCommand({ activityArn }));
    expect(described.encryptionConfiguration).toMatchObject(encryptionConfiguration);
  });
});

it('an execution’s input of more than 256 KiB is refused', async () => {
  const arn = await server.create(passing);
  expect(await refusal(server.start(arn, { input: JSON.stringify('x'.repeat(262_144)) }))).toMatch(
    /^ValidationException/,
  );
});
