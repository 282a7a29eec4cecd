import * as sfn from '@aws-sdk/client-sfn';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aServer, machine, pass, refusal, roleArn } from './a-server.ts';

// What AWS was seen to answer, to the letter.
let server: Awaited<ReturnType<typeof aServer>>;
beforeAll(async () => {
  server = await aServer();
});
afterAll(() => server.close());

const passing = machine(pass);
const send: sfn.SFNClient['send'] = (command: never) => server.client.send(command);
const versioned = async () => {
  const stateMachineArn = await server.create(passing);
  const publish = async (Comment: string) =>
    (
      await send(
        new sfn.UpdateStateMachineCommand({ stateMachineArn, definition: machine(pass, { Comment }), publish: true }),
      )
    ).stateMachineVersionArn as string;
  return { stateMachineArn, one: await publish('1'), two: await publish('2'), three: await publish('3') };
};

describe('a route of an alias', () => {
  it('is refused in the words that AWS has for it', async () => {
    const { stateMachineArn, one, two, three } = await versioned();
    const other = await versioned();
    const words = (...routes: readonly [string, number][]) =>
      refusal(
        send(
          new sfn.CreateStateMachineAliasCommand({
            name: 'live',
            routingConfiguration: routes.map(([stateMachineVersionArn, weight]) => ({
              stateMachineVersionArn,
              weight,
            })),
          }),
        ),
      );
    const named = 'ValidationException: Routing configuration must contain';
    expect(await words([stateMachineArn, 70], [two, 30])).toBe(
      `${named} state machine version ARNs. Received: [${stateMachineArn}, ${two}]`,
    );
    expect(await words([one, 70], [one, 30])).toBe(
      `${named} distinct state machine version ARNs. Received: [${one}, ${one}]`,
    );
    expect(await words([one, 70], [two, 29])).toBe(
      'ValidationException: Sum of routing configuration weights must equal 100. Received: [70, 29]',
    );
    expect(await words([one, 101])).toBe(
      "ValidationException: 1 validation error detected: Value '101' at 'routingConfiguration.1.member.weight' failed to satisfy constraint: Member must have value less than or equal to 100",
    );
    const item = (arn: string, weight: number) =>
      `RoutingConfigurationListItem(stateMachineVersionArn=${arn}, weight=${weight})`;
    expect(await words([one, 50], [two, 30], [three, 20])).toBe(
      `ValidationException: 1 validation error detected: Value '[${item(one, 50)}, ${item(two, 30)}, ${item(three, 20)}]' at 'routingConfiguration' failed to satisfy constraint: Member must have length less than or equal to 2`,
    );
    expect(await words([one, 50], [other.one, 50])).toContain('must belong to the same state machine');
  });

  it('that leads nowhere is ResourceNotFound, and is deleted as if it were there', async () => {
    const stateMachineAliasArn = `${(await versioned()).stateMachineArn}:none`;
    expect(await refusal(send(new sfn.DescribeStateMachineAliasCommand({ stateMachineAliasArn })))).toBe(
      'ResourceNotFound: Request references a resource that does not exist.',
    );
    await send(new sfn.DeleteStateMachineAliasCommand({ stateMachineAliasArn }));
  });
});

describe('an update', () => {
  it('that changes nothing answers with the revision there is', async () => {
    const stateMachineArn = await server.create(passing);
    const update = (fields: object) => send(new sfn.UpdateStateMachineCommand({ stateMachineArn, ...fields }));
    expect((await update({ roleArn })).revisionId).toBeUndefined();
    const { revisionId } = await update({ roleArn: `${roleArn}2` });
    expect(revisionId).toBeDefined();
    expect((await update({ definition: passing, roleArn: `${roleArn}2` })).revisionId).toBe(revisionId);
    expect(await refusal(update({}))).toBe(
      'MissingRequiredParameter: Either the definition, the role ARN, the LoggingConfiguration, or the TracingConfiguration must be specified',
    );
  });
});

describe('a definition', () => {
  const validate = async (definition: string, type: 'STANDARD' | 'EXPRESS' = 'STANDARD') =>
    (await send(new sfn.ValidateStateMachineDefinitionCommand({ definition, type }))).diagnostics;
  const found = (message: string, location?: string) => [
    { code: 'SCHEMA_VALIDATION_FAILED', severity: 'ERROR', message, ...(location !== undefined && { location }) },
  ];
  const values = "(JSON String, Number, Array, Object or token 'null', 'true' or 'false')";

  it('that is no JSON is told where it stops to be', async () => {
    const location = '[Source: (String)"not a definition"; line: 1, column: 4]';
    const message = `Unrecognized token 'not': was expecting ${values}\n at ${location}`;
    expect(await validate('not a definition')).toEqual([
      { code: 'INVALID_JSON_DESCRIPTION', severity: 'ERROR', location, message },
    ]);
    expect(await validate('""')).toEqual(found('Definition must be a valid JSON object'));
  });

  it('that lacks what a machine has is told all of it', async () => {
    expect(await validate('{}')).toEqual(found('These fields are required: [States, StartAt]', '/'));
    expect(await validate(JSON.stringify({ States: { S: pass } }))).toEqual(
      found('These fields are required: [StartAt]', '/'),
    );
    expect(await refusal(server.create(JSON.stringify({ StartAt: 'S' })))).toBe(
      "InvalidDefinition: Invalid State Machine Definition: 'SCHEMA_VALIDATION_FAILED: These fields are required: [States] at /'",
    );
  });

  it('that mixes languages the wrong way round is told so at the state', async () => {
    const mixed = machine({ ...pass, QueryLanguage: 'JSONPath' }, { QueryLanguage: 'JSONata' });
    expect(await validate(mixed)).toEqual(
      found("'QueryLanguage' can not be 'JSONPath' if set to 'JSONata' for whole state machine", '/States/S'),
    );
  });

  it.each([
    ['arn:aws:states:::sns:publish.waitForTaskToken', "'.waitForTaskToken' service integration "],
    ['arn:aws:states:::states:startExecution.sync', "'.sync' service integration"],
    ['arn:aws:states:us-east-1:123456789012:activity:a', 'Activity ARN'],
  ])('of an EXPRESS machine has no %s', async (Resource, what) => {
    const Parameters = { TopicArn: 't', Message: 'm', StateMachineArn: 'a' };
    expect(await validate(machine({ Type: 'Task', Resource, Parameters, End: true }), 'EXPRESS')).toEqual(
      found(`Express state machine does not support ${what}`, '/States/S/Resource'),
    );
  });
});

describe('an execution', () => {
  it('is refused an input that is no JSON in the words of AWS’s parser', async () => {
    const arn = await server.create(passing);
    const words = (input: string) => refusal(server.start(arn, { input }));
    const begin = 'InvalidExecutionInput: Invalid State Machine Execution Input:';
    expect(await words('')).toBe(`${begin} 'Invalid execution input.'`);
    expect(await words("{'not': 1")).toBe(
      `${begin} 'Unexpected character (''' (code 39)): was expecting double-quote to start field name'`,
    );
    expect(await words('null')).toBeUndefined();
  });

  it('is listed by a status of AWS’s list, and paged by a token of its own list', async () => {
    const stateMachineArn = await server.create(passing);
    for (const name of ['a', 'b']) await server.ended(await server.start(stateMachineArn, { name }));
    const list = (fields: object) => send(new sfn.ListExecutionsCommand({ stateMachineArn, maxResults: 1, ...fields }));
    expect(await refusal(list({ statusFilter: 'succeeded' }))).toBe(
      "ValidationException: 1 validation error detected: Value 'succeeded' at 'statusFilter' failed to satisfy constraint: Member must satisfy enum value set: [SUCCEEDED, TIMED_OUT, PENDING_REDRIVE, ABORTED, FAILED, RUNNING]",
    );
    const { nextToken } = await list({});
    expect(await refusal(list({ nextToken, statusFilter: 'SUCCEEDED' }))).toContain(
      'Input inconsistent with page token',
    );
  });
});

it('a token is looked at before the output that comes with it', async () => {
  const answer = (taskToken: string) => refusal(send(new sfn.SendTaskSuccessCommand({ taskToken, output: 'no JSON' })));
  expect(await answer('bad')).toMatch(/^InvalidToken/);
});

describe('a Map Run', () => {
  it('is listed under the machine of its children, and counts what succeeded as written', async () => {
    const processor = { ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' }, StartAt: 'P' };
    const map = { Type: 'Map', Label: 'Each', ItemProcessor: { ...processor, States: { P: pass } }, End: true };
    const stateMachineArn = await server.create(machine(map));
    const executionArn = await server.start(stateMachineArn, { input: '[1,2]' });
    await server.ended(executionArn);
    const { mapRuns } = await send(new sfn.ListMapRunsCommand({ executionArn }));
    expect(mapRuns?.[0]?.stateMachineArn).toBe(`${stateMachineArn}/Each`);
    const described = await send(new sfn.DescribeMapRunCommand({ mapRunArn: mapRuns?.[0]?.mapRunArn }));
    expect(described).toMatchObject({ itemCounts: { resultsWritten: 2 }, executionCounts: { resultsWritten: 2 } });
  });
});

describe('an ARN', () => {
  it.each([
    ['cn-northwest-1', 'aws-cn'],
    ['us-gov-west-1', 'aws-us-gov'],
    ['us-isob-east-1', 'aws-iso-b'],
    ['eu-west-1', 'aws'],
  ])('is in the partition of its region: %s, %s', async (region, partition) => {
    const client = new sfn.SFNClient({
      ...{ endpoint: server.url, region, maxAttempts: 1 },
      credentials: { accessKeyId: 'any', secretAccessKey: 'any' },
    });
    const { activityArn } = await client.send(new sfn.CreateActivityCommand({ name: 'a' }));
    expect(activityArn).toBe(`arn:${partition}:states:${region}:123456789012:activity:a`);
    const given = { name: 'm', definition: passing, roleArn };
    const { stateMachineArn } = await client.send(new sfn.CreateStateMachineCommand(given));
    expect(stateMachineArn).toBe(`arn:${partition}:states:${region}:123456789012:stateMachine:m`);
  });
});
