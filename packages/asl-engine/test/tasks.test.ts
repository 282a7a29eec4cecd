import { describe, expect, it, vi } from 'vitest';
import {
  createActivityPool,
  createVirtualClock,
  execute,
  executionArnOfToken,
  nestedExecutions,
  parseDefinition,
  TaskFailure,
  TaskTimedOut,
} from '../src/index.ts';
import { functionArn, runMachine } from './run-machine.ts';

const task = (fields: object, more: object = {}) => ({
  States: { T: { Type: 'Task', Resource: functionArn('f'), End: true, ...fields }, ...more },
});
const caught = { Handled: { Type: 'Pass', End: true } };
const catchAll = (...ErrorEquals: string[]) => ({ Catch: [{ ErrorEquals, Next: 'Handled' }] });

describe('a task whose handler has no room for it yet', () => {
  /** Each call waits for so long before it begins, and then works for so long; in seconds. */
  const run = (worksFor: number, ...waits: number[]) =>
    runMachine(task({ TimeoutSeconds: 10 }), {
      async invokeLambda({ clock, signal, holdTimeout }) {
        const begin = async (seconds: number) => {
          const begins = holdTimeout();
          await clock.sleep(seconds * 1000, signal);
          begins();
          begins();
          await clock.sleep(worksFor * 1000, signal);
        };
        await Promise.all(waits.map(begin));
        return { payload: 'done' };
      },
    });

  it('has its whole time-out from when it begins', async () => {
    expect(await run(9, 60)).toMatchObject({ status: 'SUCCEEDED', took: 69_000 });
    expect(await run(11, 60)).toMatchObject({ status: 'FAILED', error: 'States.Timeout', took: 70_000 });
  });

  it('has it from when the last of its calls begins', async () => {
    expect(await run(9, 20, 60)).toMatchObject({ status: 'SUCCEEDED', took: 69_000 });
    expect(await run(11, 20, 60)).toMatchObject({ status: 'FAILED', error: 'States.Timeout', took: 70_000 });
  });

  it('is cancelled with its execution all the same, and no time-out begins after that', async () => {
    const clock = createVirtualClock();
    const definition = parseDefinition({ StartAt: 'T', ...task({ TimeoutSeconds: 10 }) });
    const room = Promise.withResolvers<void>();
    const execution = execute(definition, {
      clock,
      async invokeLambda({ holdTimeout }) {
        const begins = holdTimeout();
        queueMicrotask(() => execution.stop());
        await room.promise;
        begins();
        return {};
      },
    });
    expect(await execution.result).toMatchObject({ status: 'ABORTED' });
    const stopped = clock.now();
    room.resolve();
    await clock.sleep(60_000);
    expect(execution.history().at(-1)).toMatchObject({ type: 'ExecutionAborted' });
    expect(clock.now()).toBe(stopped + 60_000);
  });
});

describe('a task that fails', () => {
  it.each<[string, () => never, string, RegExp]>([
    [
      'says so by TaskFailure',
      () => {
        throw new TaskFailure('PaymentDeclined', 'no money');
      },
      'PaymentDeclined',
      /^no money$/,
    ],
    [
      'throws anything else',
      () => {
        throw new RangeError('too far');
      },
      'RangeError',
      /"errorMessage":"too far"/,
    ],
    [
      'throws what is no error',
      () => {
        throw 'just text';
      },
      'Error',
      /just text/,
    ],
  ])('%s', async (_, invokeLambda, error, cause) => {
    const done = await runMachine(task({}), { invokeLambda });
    expect(done).toMatchObject({ status: 'FAILED', error });
    expect(done.cause).toMatch(cause);
    expect(done.types).toEqual([
      'ExecutionStarted',
      'TaskStateEntered',
      'LambdaFunctionScheduled',
      'LambdaFunctionStarted',
      'LambdaFunctionFailed',
      'ExecutionFailed',
    ]);
  });

  it('fails when it gives what is not JSON', async () => {
    expect(await runMachine(task({}), { invokeLambda: () => ({ payload: () => 1 }) })).toMatchObject({
      status: 'FAILED',
      error: 'NotJson',
    });
  });

  it('fails when the host has no such integration', async () => {
    const done = await runMachine(
      task({ Resource: 'arn:aws:states:::dynamodb:putItem', Parameters: { TableName: 't', Item: {} } }),
    );
    expect(done).toMatchObject({ status: 'FAILED', error: 'States.Runtime' });
    expect(done.cause).toContain("There is no integration 'dynamodb:putItem'");
  });

  // Specification, "Error names".
  it.each<[string, string[], boolean]>([
    ['Odd', ['Odd'], true],
    ['Odd', ['Even'], false],
    ['Odd', ['States.TaskFailed'], true],
    ['Odd', ['States.ALL'], true],
    ['States.Runtime', ['States.ALL'], false],
    ['States.Runtime', ['States.TaskFailed'], false],
    ['States.Runtime', ['States.Runtime'], false],
  ])('with %s is caught by %j: %s', async (error, names, isCaught) => {
    const invokeLambda = () => {
      throw new TaskFailure(error, 'why');
    };
    const done = await runMachine(
      task({ ...catchAll(...names), Catch: [{ ErrorEquals: names, ResultPath: '$.error', Next: 'Handled' }] }, caught),
      { input: { in: 1 }, invokeLambda },
    );
    if (isCaught) expect(done.output).toEqual({ in: 1, error: { Error: error, Cause: 'why' } });
    else expect(done.status).toBe('FAILED');
  });

  it('fails the execution when an intrinsic function fails, whatever is to be retried and caught', async () => {
    const names = ['States.Runtime', 'States.IntrinsicFailure'];
    const handled = {
      Retry: [{ ErrorEquals: names }, { ErrorEquals: ['States.ALL'] }],
      Catch: [{ ErrorEquals: names, Next: 'Handled' }, ...catchAll('States.ALL').Catch],
    };
    const done = await runMachine(task({ ...handled, Parameters: { 'x.$': "States.MathAdd(1, 'a')" } }, caught));
    expect(done).toMatchObject({ status: 'FAILED', error: 'States.Runtime', took: 0 });
    expect(done.cause).toContain('Invalid arguments in States.MathAdd');
  });

  it('is retried with backoff, sees its retry count, and then is caught', async () => {
    const seen: number[] = [];
    const started: number[] = [];
    const clock = createVirtualClock({ start: 0 });
    const retry = {
      Retry: [{ ErrorEquals: ['Odd'], IntervalSeconds: 2, MaxAttempts: 3, BackoffRate: 3, MaxDelaySeconds: 10 }],
    };
    const done = await runMachine(
      task({ ...retry, ...catchAll('States.ALL'), Parameters: { 'count.$': '$$.State.RetryCount' } }, caught),
      {
        clock,
        invokeLambda: ({ payload, retryCount }) => {
          seen.push((payload as { count: number }).count, retryCount);
          started.push(clock.now());
          throw new TaskFailure('Odd');
        },
      },
    );
    expect(seen).toEqual([0, 0, 1, 1, 2, 2, 3, 3]);
    expect(started).toEqual([0, 2000, 8000, 18_000]);
    expect(done.output).toEqual({ Error: 'Odd', Cause: null });
  });
});

describe('lambda:invoke', () => {
  const invoke = { Resource: 'arn:aws:states:::lambda:invoke', Parameters: { FunctionName: 'f', 'Payload.$': '$' } };

  it('gives the answer as the SDK would, and the events of a task', async () => {
    const done = await runMachine(task(invoke), {
      input: { n: 1 },
      invokeLambda: ({ functionName, payload }) => ({ payload: { functionName, payload }, executedVersion: '7' }),
    });
    expect(done.output).toMatchObject({
      ExecutedVersion: '7',
      Payload: { functionName: 'f', payload: { n: 1 } },
      StatusCode: 200,
      SdkHttpMetadata: { HttpStatusCode: 200 },
    });
    expect(done.types.slice(2, 5)).toEqual(['TaskScheduled', 'TaskStarted', 'TaskSucceeded']);
    expect(done.execution.history()[2]).toMatchObject({
      taskScheduledEventDetails: {
        resourceType: 'lambda',
        resource: 'invoke',
        region: 'us-east-1',
        parameters: '{"FunctionName":"f","Payload":{"n":1}}',
      },
    });
  });

  it('hands each call its own copy', async () => {
    const input = { list: [1] };
    const done = await runMachine(task({ ...invoke, ResultPath: null }), {
      input,
      invokeLambda: ({ payload }) => {
        (payload as { list: number[] }).list.push(2);
        return {};
      },
    });
    expect([done.output, input]).toEqual([{ list: [1] }, { list: [1] }]);
  });
});

// Specification, "Timeouts".
describe('time-outs', () => {
  const slow = {
    invokeLambda: async ({
      clock,
      signal,
    }: {
      clock: { sleep(ms: number, signal?: AbortSignal): Promise<void> };
      signal: AbortSignal;
    }) => {
      await clock.sleep(60_000, signal);
      return {};
    },
  };

  it.each<[object, number]>([
    [{ TimeoutSeconds: 5 }, 5000],
    [{ TimeoutSecondsPath: '$.limit' }, 7000],
    [{ QueryLanguage: 'JSONata', TimeoutSeconds: '{% $states.input.limit + 1 %}' }, 8000],
  ])('%j ends the task and aborts its handler', async (fields, took) => {
    const aborted = vi.fn();
    const done = await runMachine(task(fields), {
      input: { limit: 7 },
      invokeLambda: (call) => {
        call.signal.addEventListener('abort', aborted);
        return slow.invokeLambda(call);
      },
    });
    expect(done).toMatchObject({ status: 'FAILED', error: 'States.Timeout', took });
    expect(done.types).toContain('LambdaFunctionTimedOut');
    expect(aborted).toHaveBeenCalledOnce();
  });

  it('leave real work alone: virtual time waits for it', async () => {
    const done = await runMachine(task({ TimeoutSeconds: 1 }), {
      invokeLambda: async () => {
        await new Promise((resolve) => setTimeout(resolve, 30));
        return { payload: 'done' };
      },
    });
    expect(done).toMatchObject({ status: 'SUCCEEDED', output: 'done', took: 0 });
  });
});

describe('task tokens', () => {
  const ask = {
    Resource: 'arn:aws:states:::sqs:sendMessage.waitForTaskToken',
    Parameters: { QueueUrl: 'q', MessageBody: { 'token.$': '$$.Task.Token' } },
  };

  function start(fields: object, more: object = {}) {
    const clock = createVirtualClock({ start: 0 });
    const sent: string[] = [];
    const send = (parameters: unknown) =>
      void sent.push((parameters as { MessageBody: { token: string } }).MessageBody.token);
    const definition = parseDefinition({ StartAt: 'T', ...task({ ...ask, ...fields }, more) });
    const execution = execute(definition, { clock, integrations: { 'sqs:sendMessage': send }, seed: 1 });
    return { clock, execution, token: () => sent[0] ?? '' };
  }

  it('bring the answer, whenever it comes', async () => {
    const { clock, execution, token } = start({});
    clock.setTimer(86_400_000, () => execution.sendTaskSuccess(token(), { ok: true }));
    expect(await execution.result).toMatchObject({ status: 'SUCCEEDED', output: { ok: true } });
    expect(
      execution
        .history()
        .map(({ type }) => type)
        .slice(2, 6),
    ).toEqual(['TaskScheduled', 'TaskStarted', 'TaskSubmitted', 'TaskSucceeded']);
    expect(executionArnOfToken(token())).toBe(execution.executionArn);
  });

  it('bring a failure', async () => {
    const { clock, execution, token } = start(catchAll('No'), caught);
    clock.setTimer(10, () => execution.sendTaskFailure(token(), { error: 'No', cause: 'because' }));
    expect((await execution.result).output).toEqual({ Error: 'No', Cause: 'because' });
  });

  it('time out; a late answer is refused', async () => {
    const { execution, token } = start({ TimeoutSeconds: 10 });
    expect(await execution.result).toMatchObject({ status: 'FAILED', error: 'States.Timeout' });
    expect(() => execution.sendTaskSuccess(token(), 1)).toThrow(TaskTimedOut);
    expect(() => execution.sendTaskHeartbeat('no token')).toThrow(TaskTimedOut);
  });

  it('want heartbeats: each gives the task more time, a missed one ends it', async () => {
    const { clock, execution, token } = start({ HeartbeatSeconds: 10, ...catchAll('States.HeartbeatTimeout') }, caught);
    for (const at of [8000, 16_000, 24_000]) clock.setTimer(at, () => execution.sendTaskHeartbeat(token()));
    const { stopDate, output } = await execution.result;
    expect(stopDate.getTime()).toBe(34_000);
    expect(output).toEqual({ Error: 'States.Timeout', Cause: '' });
  });

  it('may be answered before the send has returned', async () => {
    const clock = createVirtualClock();
    const definition = parseDefinition({ StartAt: 'T', ...task(ask) });
    const execution = execute(definition, {
      clock,
      integrations: { 'sqs:sendMessage': (_, { taskToken }) => execution.sendTaskSuccess(taskToken ?? '', 'quick') },
    });
    expect((await execution.result).output).toBe('quick');
  });
});

describe('activities', () => {
  const activity = 'arn:aws:states:us-east-1:000000000000:activity:dig';

  it('wait for a worker and for its answer', async () => {
    const activities = createActivityPool();
    const clock = createVirtualClock();
    const execution = execute(parseDefinition({ StartAt: 'T', ...task({ Resource: activity }) }), {
      clock,
      activities,
      input: { depth: 2 },
    });
    expect(activities.take('arn:other')).toBeUndefined();
    const work = await activities.next(activity, 'mole');
    expect(work.input).toBe('{"depth":2}');
    execution.sendTaskSuccess(work.taskToken, 'dug');
    expect((await execution.result).output).toBe('dug');
    expect(
      execution
        .history()
        .map(({ type }) => type)
        .slice(2, 5),
    ).toEqual(['ActivityScheduled', 'ActivityStarted', 'ActivitySucceeded']);
    expect(execution.history()[3]).toMatchObject({ activityStartedEventDetails: { workerName: 'mole' } });
  });

  it('are taken back when they time out', async () => {
    const activities = createActivityPool();
    expect(await runMachine(task({ Resource: activity, TimeoutSeconds: 3 }), { activities })).toMatchObject({
      error: 'States.Timeout',
      took: 3000,
    });
    expect(activities.waiting(activity)).toBe(0);
  });
});

describe('nested executions', () => {
  const childArn = 'arn:aws:states:us-east-1:000000000000:stateMachine:child';
  const start = (pattern: string) =>
    task({
      Resource: `arn:aws:states:::states:startExecution${pattern}`,
      Parameters: { StateMachineArn: childArn, Input: { n: 4 } },
    });
  const child = (state: object) =>
    nestedExecutions({
      [childArn]: {
        definition: parseDefinition({
          StartAt: 'W',
          States: { W: { Type: 'Wait', Seconds: 9, Next: 'C' }, C: state },
        }),
      },
    });

  it('are waited for with .sync:2, and their output is JSON', async () => {
    const done = await runMachine(start('.sync:2'), {
      integrations: { 'states:startExecution': child({ Type: 'Succeed' }) },
    });
    expect(done).toMatchObject({ status: 'SUCCEEDED', took: 9000, output: { Status: 'SUCCEEDED', Output: { n: 4 } } });
    expect(done.types).toContain('TaskSubmitted');
  });

  it('give their output as text with .sync, and none without', async () => {
    const integrations = { 'states:startExecution': child({ Type: 'Succeed' }) };
    expect((await runMachine(start('.sync'), { integrations })).output).toMatchObject({ Output: '{"n":4}' });
    expect(await runMachine(start(''), { integrations })).toMatchObject({
      took: 0,
      output: { ExecutionArn: expect.stringContaining(':execution:child:') },
    });
  });

  it('fail the task when they fail', async () => {
    const done = await runMachine(start('.sync:2'), {
      integrations: { 'states:startExecution': child({ Type: 'Fail', Error: 'Inner' }) },
    });
    expect(done).toMatchObject({ status: 'FAILED', error: 'States.TaskFailed' });
    expect(JSON.parse(done.cause ?? '')).toMatchObject({ Status: 'FAILED', Error: 'Inner' });
  });
});
