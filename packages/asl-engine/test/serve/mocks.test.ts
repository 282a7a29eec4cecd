import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import * as sfn from '@aws-sdk/client-sfn';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aServer, machine, refusal, roleArn } from './a-server.ts';

const retried = {
  Type: 'Task',
  Resource: 'arn:aws:states:::lambda:invoke',
  Parameters: { FunctionName: 'charge', 'Payload.$': '$' },
  OutputPath: '$.Payload',
  Retry: [{ ErrorEquals: ['Lambda.TooManyRequestsException'], IntervalSeconds: 1, MaxAttempts: 3, BackoffRate: 1 }],
  Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Sorry' }],
};
const charge = (name: string) => ({
  ...retried,
  Next: name,
});
const definition = JSON.stringify({
  StartAt: 'Charge',
  States: {
    Charge: charge('Ask'),
    Ask: {
      ...{ Type: 'Task', Resource: 'arn:aws:states:::sqs:sendMessage.waitForTaskToken', TimeoutSeconds: 60, End: true },
      Parameters: { QueueUrl: 'q', 'MessageBody.$': '$$.Task.Token' },
    },
    Sorry: { Type: 'Pass', Result: 'sorry', End: true },
  },
});
const busy = { Throw: { Error: 'Lambda.TooManyRequestsException', Cause: 'busy' } };
const charged = { Return: { StatusCode: 200, Payload: { charged: true } } };
const mockConfig = {
  StateMachines: {
    orders: {
      TestCases: {
        Retried: { Charge: 'BusyThreeTimes', Ask: 'Answered' },
        Declined: { Charge: 'Declined' },
        NotSaid: { Charge: 'Nowhere' },
        Partly: { Ask: 'Answered' },
      },
    },
  },
  MockedResponses: {
    BusyThreeTimes: { '0': busy, '1-2': busy, '3': charged },
    Declined: { '0': { Throw: { Error: 'Declined', Cause: 'no' } } },
    Answered: { '0': { Return: { answer: 'yes' } } },
  },
};

describe('a mock configuration file', () => {
  let server: Awaited<ReturnType<typeof aServer>>;
  let arn: string;
  const called: string[] = [];
  beforeAll(async () => {
    server = await aServer({
      mockConfig,
      invokeLambda: ({ functionName }) => {
        called.push(functionName);
        return { payload: null };
      },
    });
    arn = await server.create(definition, { name: 'orders' });
  });
  afterAll(() => server.close());
  const run = async (testCase: string) => await server.ended(await server.start(`${arn}#${testCase}`));

  it('answers each attempt of a state as its test case says, also one that waits for a token', async () => {
    const done = await run('Retried');
    expect(done).toMatchObject({ status: 'SUCCEEDED', output: '{"answer":"yes"}', stateMachineArn: arn });
    const { events = [] } = await server.client.send(
      new sfn.GetExecutionHistoryCommand({ executionArn: done.executionArn }),
    );
    const types = events.map(({ type }) => type);
    expect(types.filter((type) => type === 'TaskFailed')).toHaveLength(3);
    expect(types.filter((type) => type === 'TaskSucceeded')).toHaveLength(2);
  });

  it('fails a state as its test case says, and what it catches is caught', async () => {
    expect(await run('Declined')).toMatchObject({ status: 'SUCCEEDED', output: '"sorry"' });
  });

  it('leaves a state that the test case does not name to what it really calls', async () => {
    called.length = 0;
    expect(await run('Partly')).toMatchObject({ output: '{"answer":"yes"}' });
    expect(called).toEqual(['charge']);
  });

  it('fails an attempt of which it says nothing, and says of what', async () => {
    const { status, error, cause } = await run('NotSaid');
    expect([status, error]).toEqual(['FAILED', 'States.Runtime']);
    expect(cause).toContain("The mocked response 'Nowhere' says neither Return nor Throw for attempt 0.");
  });

  it('has to have the test case that an execution is started as', async () => {
    expect(await refusal(server.start(`${arn}#Other`))).toMatch(/^InvalidName: Invalid mock test case name 'Other'/);
  });

  it('serves EXPRESS executions that are waited for, too', async () => {
    const express = await server.create(machine({ ...retried, End: true, Catch: undefined, Retry: undefined }), {
      ...{ name: 'express', type: 'EXPRESS' },
    });
    const done = server.client.send(new sfn.StartSyncExecutionCommand({ stateMachineArn: `${express}#None` }));
    expect(await refusal(done)).toMatch(/^InvalidName/);
  });
});

it('asl-engine serve reads a mock configuration file', async () => {
  const file = join(mkdtempSync(join(tmpdir(), 'mocks-')), 'mocks.json');
  writeFileSync(file, JSON.stringify(mockConfig));
  const cli = fileURLToPath(new URL('../../src/cli.ts', import.meta.url));
  const child = spawn(process.execPath, [cli, 'serve', '--port', '0', '--mock-config', file]);
  try {
    const [line] = await once(createInterface(child.stdout), 'line');
    const credentials = { accessKeyId: 'any', secretAccessKey: 'any' };
    const endpoint = /http\S+/.exec(String(line))?.[0] ?? '';
    const client = new sfn.SFNClient({ endpoint, region: 'us-east-1', credentials });
    const given = { name: 'orders', definition, roleArn };
    const { stateMachineArn } = await client.send(new sfn.CreateStateMachineCommand(given));
    const started = new sfn.StartExecutionCommand({ stateMachineArn: `${stateMachineArn}#Declined` });
    const { executionArn } = await client.send(started);
    for (;;) {
      const { status, output } = await client.send(new sfn.DescribeExecutionCommand({ executionArn }));
      if (status === 'RUNNING') continue;
      expect([status, output]).toEqual(['SUCCEEDED', '"sorry"']);
      break;
    }
  } finally {
    child.kill();
  }
});
