import {
  DescribeExecutionCommand,
  DescribeStateMachineCommand,
  DescribeStateMachineForExecutionCommand,
  GetExecutionHistoryCommand,
  ListExecutionsCommand,
  RedriveExecutionCommand,
  StartExecutionCommand,
  type StartExecutionCommandInput,
  StopExecutionCommand,
  ValidateStateMachineDefinitionCommand,
} from '@aws-sdk/client-sfn';
import type { ExecutionStart } from '@order-workflow/asl-engine';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mostUnderWay } from '../src/api/execution-limit.ts';
import { type Platform, startPlatform } from '../src/platform/platform.ts';
import { type ApiWorld, apiWorld } from './api-world.ts';
import { standingClock } from './standing-clock.ts';

/** What the API refuses, as the official client tells it: AWS's names, and what would be right. */

let platform: Platform;
let world: ApiWorld;
beforeAll(async () => {
  platform = await startPlatform({ virtualLimits: true });
});
afterAll(() => platform.close());

const refusal = (name: string, message: RegExp) => ({
  name,
  message: expect.stringMatching(message),
  $metadata: { httpStatusCode: 400 },
});

async function startRefused(input: Partial<StartExecutionCommandInput>) {
  world = await apiWorld(platform);
  const { stateMachineArn } = world;
  return world.client.send(new StartExecutionCommand({ stateMachineArn, ...input })).then(
    () => expect.fail('it was started'),
    (problem: Error) => {
      expect(world.journal.list()).toEqual([]);
      return problem;
    },
  );
}

describe('an ARN', () => {
  it.each(['x', 'arn:aws:states:us-east-1:000000000000:execution:Orders:1', 'arn:aws:lambda:us-east-1:1:function:f'])(
    'that is none of a state machine is told with one that is: %s',
    async (stateMachineArn) => {
      expect(await startRefused({ stateMachineArn })).toMatchObject(
        refusal('InvalidArn', /expected the ARN of a state machine, as arn:aws:states:.*:stateMachine:OrderWorkflow/),
      );
    },
  );

  it.each([
    [(arn: string) => arn.replace('us-east-1', 'eu-west-1'), /here is arn:.* and arn:.*Cancellation/],
    [(arn: string) => `${arn}2`, /here is arn:/],
    [(arn: string) => `${arn}:1`, /keeps no versions/],
    [(arn: string) => `${arn}:live`, /keeps no versions/],
  ])('of another state machine names those that there are', async (other, message) => {
    const { client, stateMachineArn } = await apiWorld(platform);
    for (const command of [
      new StartExecutionCommand({ stateMachineArn: other(stateMachineArn) }),
      new DescribeStateMachineCommand({ stateMachineArn: other(stateMachineArn) }),
      new ListExecutionsCommand({ stateMachineArn: other(stateMachineArn) }),
    ] as StartExecutionCommand[])
      await expect(client.send(command)).rejects.toMatchObject(refusal('StateMachineDoesNotExist', message));
  });

  const ofExecutions = [
    DescribeExecutionCommand,
    DescribeStateMachineForExecutionCommand,
    GetExecutionHistoryCommand,
    StopExecutionCommand,
    RedriveExecutionCommand,
  ].map((Command) => [Command.name, Command as typeof DescribeExecutionCommand] as const);

  it.each(ofExecutions)('of no execution is refused by %s', async (_, Command) => {
    const { client, stateMachineArn, executionArn } = await apiWorld(platform);
    for (const malformed of ['x', stateMachineArn, `${executionArn('a')}:b`])
      await expect(client.send(new Command({ executionArn: malformed }))).rejects.toMatchObject(
        refusal('InvalidArn', /expected the ARN of an execution, as arn:.*:order-12345$/),
      );
    for (const unknown of [executionArn('nobody'), executionArn('a').replace('OrderWorkflow', 'Other')])
      await expect(client.send(new Command({ executionArn: unknown }))).rejects.toMatchObject(
        refusal('ExecutionDoesNotExist', /^Execution Does Not Exist: 'arn:/),
      );
  });
});

describe('an execution of another state machine in the same journal', () => {
  it('is not there', async () => {
    const { client, journal, stateMachineArn, executionArn } = await apiWorld(platform);
    const other = executionArn('a').replace(/execution:[^:]+/, 'execution:Other');
    const about = { name: 'a', stateMachineArn: stateMachineArn.replace(/[^:]+$/, 'Other'), roleArn: 'arn:r' };
    const start = { ...about, executionArn: other, type: 'STANDARD', input: {}, startedAt: 1, seed: 1, definition: {} };
    journal.append({
      ...{ executionArn: other, start: start as ExecutionStart, events: [], fibers: [], forgotten: [] },
      redriveCount: 0,
    });
    const refused = { name: 'ExecutionDoesNotExist' };
    await expect(client.send(new DescribeExecutionCommand({ executionArn: other }))).rejects.toMatchObject(refused);
    await expect(client.send(new StopExecutionCommand({ executionArn: other }))).rejects.toMatchObject(refused);
    expect((await client.send(new ListExecutionsCommand({ stateMachineArn }))).executions).toEqual([]);
  });
});

describe('a start', () => {
  it.each([
    ['a b', /name: its character 2 is U\+0020, expected no white space/],
    ['order/1', /character 6 is U\+002F/],
    ['order\u0007', /character 6 is U\+0007/],
    ['a😀', /character 2 is U\+D83D/],
  ])('under the name %j is refused with the place', async (name, message) => {
    expect(await startRefused({ name })).toMatchObject(refusal('InvalidName', message));
  });

  it.each([
    ['', /name: given "", expected at least 1 character/],
    ['x'.repeat(81), /name: given a text of 81 characters, expected at most 80 characters/],
  ])('under a name of a wrong length is refused', async (name, message) => {
    expect(await startRefused({ name })).toMatchObject(refusal('ValidationException', message));
  });

  it.each([
    ['{"customerEmail":"marked@example.com",}', /input: not JSON: line 1, column 39: expected a key in double quotes$/],
    ['', /input: not JSON: line 1, column 1: expected a value$/],
    [`${'['.repeat(101)}${']'.repeat(101)}`, /input: not JSON: line 1, column 101: .*deep/],
    [
      '{"items":\n [{"quantity":1e999}]}',
      /input: cannot be read as it stands: line 2, column 15: items\[0\]\.quantity: this number /,
    ],
    ['{"orderId":12345678901234567890}', /line 1, column 12: orderId: this number would be changed/],
    ['{"items":[{"sku":"a","sku":"b"}]}', /line 1, column 22: items\[0\]\.sku: this key stands twice/],
    ['{"\\u005f_proto__":{}}', /line 1, column 2: a key "__proto__" is not taken/],
    ['{"marked@example.com":1,"marked@example.com":2}', /line 1, column 25: …: this key stands twice/],
  ])('with an input that is no JSON says where, and repeats none of it', async (input, message) => {
    const problem = await startRefused({ input });
    expect(problem).toMatchObject(refusal('InvalidExecutionInput', message));
    expect(problem.message).not.toContain('marked');
  });

  it('with an input above 262,144 bytes is refused, however few characters they are', async () => {
    const text = (bytes: number) => `"${'é'.repeat((bytes - 2) / 2)}"`;
    expect(await startRefused({ input: text(262_146) })).toMatchObject(
      refusal('ValidationException', /input: 262146 bytes long, expected at most 262144/),
    );
    const { client, stateMachineArn } = world;
    await client.send(new StartExecutionCommand({ stateMachineArn, input: text(262_144) }));
  });

  it(`is refused while ${mostUnderWay} executions are under way, but for one of those again`, async () => {
    world = await apiWorld(platform, { clock: standingClock() });
    const { client, stateMachineArn, workflow, executionArn } = world;
    for (let index = 0; index < mostUnderWay; index++) workflow.start({ wait: index }, `n${index}`);
    const start = (name: string, input: string) =>
      client.send(new StartExecutionCommand({ stateMachineArn, name, input }));
    await expect(start('one-more', '{}')).rejects.toMatchObject(
      refusal('ExecutionLimitExceeded', /1000 executions are under way/),
    );
    expect(await start('n7', '{"wait":7}')).toMatchObject({ executionArn: executionArn('n7') });
    for (let index = 0; index < mostUnderWay; index++) workflow.stop(`n${index}`);
  });
});

describe('a list', () => {
  const list = async (asked: object) => {
    const { client, stateMachineArn } = await apiWorld(platform);
    return client.send(new ListExecutionsCommand({ stateMachineArn, ...asked }));
  };

  it.each([
    [{ maxResults: 1001 }, /ListExecutions: maxResults: given 1001, expected at most 1000/],
    [{ maxResults: -1 }, /maxResults: given -1, expected at least 0/],
    [{ maxResults: 1.5 }, /maxResults: given 1.5, expected a whole number/],
    [{ statusFilter: 'DONE' }, /statusFilter: given "DONE", expected one of "RUNNING", "SUCCEEDED"/],
    [{ statusFilter: 'PENDING_REDRIVE' }, /PENDING_REDRIVE is for map runs only/],
    [{ redriveFilter: 'YES' }, /redriveFilter: given "YES", expected one of "REDRIVEN", "NOT_REDRIVEN"/],
    [{ mapRunArn: 'arn:aws:states:us-east-1:000000000000:mapRun:x' }, /mapRunArn: this state machine has no map runs/],
    [{ stateMachineArn: undefined }, /stateMachineArn: missing/],
  ])('of %j is refused', async (asked, message) => {
    await expect(list(asked)).rejects.toMatchObject(refusal('ValidationException', message));
  });
});

describe('a definition', () => {
  const validate = async (definition: string) => {
    const { client } = await apiWorld(platform);
    const { result, diagnostics, truncated } = await client.send(
      new ValidateStateMachineDefinitionCommand({ definition }),
    );
    return { result, diagnostics, truncated };
  };
  const well = { result: 'OK', diagnostics: [], truncated: false };

  it('that runs here is well', async () => {
    expect(await validate(platform.assembly.stateMachine.definition)).toEqual(well);
  });

  it('that cannot run is told with its places', async () => {
    const states = { A: { Type: 'Pass', Next: 'B' }, Z: { Type: 'Succeed' } };
    const { result, diagnostics } = await validate(JSON.stringify({ StartAt: 'A', States: states }));
    expect(result).toBe('FAIL');
    expect(diagnostics?.map(({ location }) => location)).toContain('/States/A/Next');
  });
});
