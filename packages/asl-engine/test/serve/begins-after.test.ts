import * as sfn from '@aws-sdk/client-sfn';
import { expect, it } from 'vitest';
import { createVirtualClock, execute, parseDefinition } from '../../src/index.ts';
import { aServer, machine, pass } from './a-server.ts';

it('an execution that begins later runs meanwhile, and can be stopped before its first state', async () => {
  const server = await aServer({ beginsAfter: 3_600_000 });
  try {
    const executionArn = await server.start(await server.create(machine(pass)));
    const described = await server.client.send(new sfn.DescribeExecutionCommand({ executionArn }));
    expect(described.status).toBe('RUNNING');
    await server.client.send(new sfn.StopExecutionCommand({ executionArn }));
    const { events = [] } = await server.client.send(new sfn.GetExecutionHistoryCommand({ executionArn }));
    expect(events.map(({ type }) => type)).toEqual(['ExecutionStarted', 'ExecutionAborted']);
  } finally {
    await server.close();
  }
});

it('an execution enters its first state when it is told to', async () => {
  const clock = createVirtualClock({ start: 0 });
  const execution = execute(parseDefinition(machine(pass)), { clock, beginsAfter: 100 });
  expect((await execution.result).status).toBe('SUCCEEDED');
  expect(execution.history().map(({ timestamp }) => timestamp.getTime())).toEqual([0, 100, 100, 100]);
});
