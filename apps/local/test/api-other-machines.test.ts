import {
  CreateActivityCommand,
  CreateStateMachineCommand,
  DeleteStateMachineCommand,
  DescribeExecutionCommand,
  DescribeStateMachineCommand,
  GetActivityTaskCommand,
  GetExecutionHistoryCommand,
  ListExecutionsCommand,
  ListStateMachinesCommand,
  PublishStateMachineVersionCommand,
  SendTaskSuccessCommand,
  StartExecutionCommand,
  StartSyncExecutionCommand,
  StopExecutionCommand,
  TagResourceCommand,
  TestStateCommand,
  UpdateStateMachineCommand,
} from '@aws-sdk/client-sfn';
import { anOrder } from '@order-workflow/order-domain/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Platform, startPlatform } from '../src/platform/platform.ts';
import { apiWorld } from './api-world.ts';

/** State machines of anybody's beside those of orders, on the same port. */

let platform: Platform;
beforeAll(async () => {
  platform = await startPlatform({ virtualLimits: true });
});
afterAll(() => platform.close());

const roleArn = 'arn:aws:iam::000000000000:role/any';
const defined = (states: object) => JSON.stringify({ QueryLanguage: 'JSONata', StartAt: 'A', States: states });

describe('a state machine that is created here', () => {
  it('is listed behind those of orders, runs, calls their functions, and is deleted', async () => {
    const { client, stateMachineArn: ofOrders } = await apiWorld(platform);
    const { Arguments } = JSON.parse(platform.assembly.stateMachine.definition).States['Validate Order'];
    const A = {
      ...{ Type: 'Task', Resource: 'arn:aws:states:::lambda:invoke', End: true },
      Arguments,
      Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Told', Output: '{% $states.errorOutput.Error %}' }],
    };
    const definition = defined({ A, Told: { Type: 'Succeed' } });
    const { stateMachineArn = '' } = await client.send(
      new CreateStateMachineCommand({ name: 'mine', definition, roleArn }),
    );
    expect(stateMachineArn).toBe(ofOrders.replace(/[^:]+$/, 'mine'));
    const { stateMachines = [] } = await client.send(new ListStateMachinesCommand({}));
    expect(stateMachines.map((machine) => machine.stateMachineArn)).toEqual([
      ofOrders,
      platform.assembly.cancellation?.arn,
      stateMachineArn,
    ]);
    expect(stateMachines.at(-1)).toMatchObject({ name: 'mine', type: 'STANDARD', creationDate: expect.any(Date) });

    const input = JSON.stringify({ orderId: 'no-order' });
    const { executionArn } = await client.send(new StartExecutionCommand({ stateMachineArn, input }));
    const about = () => client.send(new DescribeExecutionCommand({ executionArn }));
    await expect.poll(async () => (await about()).status, { interval: 20 }).toBe('SUCCEEDED');
    expect(await about()).toMatchObject({ output: '"OrderRejected"' });
    const { events = [] } = await client.send(new GetExecutionHistoryCommand({ executionArn }));
    expect(events.map(({ type }) => type)).toContain('TaskFailed');
    const { executions } = await client.send(new ListExecutionsCommand({ stateMachineArn: ofOrders }));
    expect(executions).toEqual([]);

    await client.send(new DeleteStateMachineCommand({ stateMachineArn }));
    await expect(client.send(new DescribeStateMachineCommand({ stateMachineArn }))).rejects.toMatchObject({
      name: 'StateMachineDoesNotExist',
    });
  });

  it('waits for an activity, and goes on with what is sent', async () => {
    const { client } = await apiWorld(platform);
    const { activityArn } = await client.send(new CreateActivityCommand({ name: 'by-hand' }));
    const definition = defined({ A: { Type: 'Task', Resource: activityArn, End: true } });
    const { stateMachineArn } = await client.send(
      new CreateStateMachineCommand({ name: 'by-hand', definition, roleArn }),
    );
    const { executionArn } = await client.send(new StartExecutionCommand({ stateMachineArn }));
    const { taskToken } = await client.send(new GetActivityTaskCommand({ activityArn }));
    await client.send(new SendTaskSuccessCommand({ taskToken, output: '{"done":true}' }));
    const about = () => client.send(new DescribeExecutionCommand({ executionArn }));
    await expect.poll(async () => (await about()).output, { interval: 20 }).toBe('{"done":true}');
  });

  it('is stopped as others are', async () => {
    const { client } = await apiWorld(platform);
    const definition = defined({ A: { Type: 'Wait', Seconds: 3600, End: true } });
    const { stateMachineArn } = await client.send(
      new CreateStateMachineCommand({ name: 'waits', definition, roleArn }),
    );
    const { executionArn } = await client.send(new StartExecutionCommand({ stateMachineArn }));
    await client.send(new StopExecutionCommand({ executionArn, error: 'Enough' }));
    const { status, error } = await client.send(new DescribeExecutionCommand({ executionArn }));
    expect({ status, error }).toEqual({ status: 'ABORTED', error: 'Enough' });
  });
});

describe('the machines of orders', () => {
  it('are changed in the code only', async () => {
    const { client, stateMachineArn } = await apiWorld(platform);
    const definition = defined({ A: { Type: 'Succeed' } });
    for (const command of [
      new UpdateStateMachineCommand({ stateMachineArn, definition }),
      new DeleteStateMachineCommand({ stateMachineArn }),
      new PublishStateMachineVersionCommand({ stateMachineArn }),
      new TagResourceCommand({ resourceArn: `${stateMachineArn}:1`, tags: [] }),
    ] as UpdateStateMachineCommand[])
      await expect(client.send(command)).rejects.toMatchObject({
        name: 'UnsupportedOperationException',
        message: `${stateMachineArn} is what is synthesized: of it there are only ListStateMachines, DescribeStateMachine, DescribeStateMachineForExecution, StartExecution, StartSyncExecution, ListExecutions, DescribeExecution, GetExecutionHistory, StopExecution, RedriveExecution`,
      });
    const { name } = platform.assembly.stateMachine;
    await expect(client.send(new CreateStateMachineCommand({ name, definition, roleArn }))).rejects.toMatchObject({
      name: 'StateMachineAlreadyExists',
      message: `State Machine Already Exists: '${stateMachineArn}'`,
    });
  });

  it('are not started to be waited for, being STANDARD', async () => {
    const { client, stateMachineArn, journal } = await apiWorld(platform);
    await expect(client.send(new StartSyncExecutionCommand({ stateMachineArn }))).rejects.toMatchObject({
      name: 'StateMachineTypeNotSupported',
    });
    expect(journal.list()).toEqual([]);
  });

  it('have states that are tried one by one, with the functions that are built', async () => {
    const { client } = await apiWorld(platform);
    const order = anOrder().with({ orderId: 'tried', items: [] }).build();
    const { status, error, nextState } = await client.send(
      new TestStateCommand({
        definition: platform.assembly.stateMachine.definition,
        stateName: 'Validate Order',
        roleArn,
        input: JSON.stringify(order),
      }),
    );
    expect({ status, error, nextState }).toEqual({
      status: 'CAUGHT_ERROR',
      error: 'OrderRejected',
      nextState: 'Notify Customer',
    });
  });
});
