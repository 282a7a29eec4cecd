import { describe, expect, it } from 'vitest';
import {
  createMemoryJournal,
  createVirtualClock,
  execute,
  type HistoryEvent,
  parseDefinition,
  readExecution,
  realClock,
  resumeExecutions,
  TaskFailure,
} from '../src/index.ts';
import { functionArn, runMachine } from './run-machine.ts';
import { twoTasks } from './two-tasks.ts';

describe('an execution', () => {
  it('streams its events live, complete from the first one, to any number of readers', async () => {
    const execution = execute(twoTasks, { clock: createVirtualClock(), invokeLambda: () => ({ payload: 1 }) });
    const read = async () => {
      const events: HistoryEvent[] = [];
      for await (const event of execution.events) events.push(event);
      return events;
    };
    const [first, second] = await Promise.all([read(), read()]);
    await execution.result;
    expect(first).toEqual(execution.history());
    expect(second).toEqual(first);
    expect(await read()).toEqual(first);
  });

  it('goes on at once where its waits are skipped, of a Wait state and before a retry, on a real clock too', async () => {
    const failing = {
      Type: 'Task',
      Resource: functionArn('f'),
      Retry: [{ ErrorEquals: ['States.ALL'], IntervalSeconds: 9e5 }],
    };
    const definition = parseDefinition({
      StartAt: 'Wait',
      States: { Wait: { Type: 'Wait', Seconds: 9e6, Next: 'Try' }, Try: { ...failing, End: true } },
    });
    let calls = 0;
    const execution = execute(definition, {
      clock: realClock,
      invokeLambda() {
        calls++;
        if (calls === 1) throw new TaskFailure('Down');
        return { payload: calls };
      },
    });
    for await (const { type } of execution.events)
      if (type === 'WaitStateEntered' || type === 'LambdaFunctionFailed') {
        await new Promise((resolve) => setImmediate(resolve));
        expect(execution.skipWaits(), type).toBe(1);
      }
    expect(await execution.result).toMatchObject({ status: 'SUCCEEDED', output: 2 });
    expect(execution.skipWaits()).toBe(0);
  });

  it('tells each event when it happens, even if none is kept', async () => {
    const told: string[] = [];
    const done = await runMachine(
      { States: { A: { Type: 'Succeed' } } },
      { history: 'drop', onEvent: ({ type }) => told.push(type) },
    );
    expect([told, done.types]).toEqual([
      ['ExecutionStarted', 'SucceedStateEntered', 'SucceedStateExited', 'ExecutionSucceeded'],
      [],
    ]);
  });

  it('keeps the history in the shape of GetExecutionHistory', async () => {
    const execution = execute(twoTasks, {
      clock: createVirtualClock({ start: 1000 }),
      name: 'n',
      input: {},
      invokeLambda: () => ({ payload: 1 }),
    });
    await execution.result;
    expect(execution.history().slice(0, 7)).toEqual([
      {
        id: 1,
        previousEventId: 0,
        timestamp: new Date(1000),
        type: 'ExecutionStarted',
        executionStartedEventDetails: { input: '{}', inputDetails: { truncated: false }, roleArn: expect.any(String) },
      },
      {
        id: 2,
        previousEventId: 0,
        timestamp: new Date(1000),
        type: 'TaskStateEntered',
        stateEnteredEventDetails: { name: 'A', input: '{}', inputDetails: { truncated: false } },
      },
      {
        id: 3,
        previousEventId: 2,
        timestamp: new Date(1000),
        type: 'LambdaFunctionScheduled',
        lambdaFunctionScheduledEventDetails: {
          resource: functionArn('a'),
          input: '{}',
          inputDetails: { truncated: false },
        },
      },
      { id: 4, previousEventId: 3, timestamp: new Date(1000), type: 'LambdaFunctionStarted' },
      {
        id: 5,
        previousEventId: 4,
        timestamp: new Date(1000),
        type: 'LambdaFunctionSucceeded',
        lambdaFunctionSucceededEventDetails: { output: '1', outputDetails: { truncated: false } },
      },
      {
        id: 6,
        previousEventId: 5,
        timestamp: new Date(1000),
        type: 'TaskStateExited',
        stateExitedEventDetails: { name: 'A', output: '{"a":1}', outputDetails: { truncated: false } },
      },
      {
        id: 7,
        previousEventId: 6,
        timestamp: new Date(1000),
        type: 'TaskStateEntered',
        stateEnteredEventDetails: { name: 'B', input: '{"a":1}', inputDetails: { truncated: false } },
      },
    ]);
  });

  it('links the events of iterations as AWS does', async () => {
    const done = await runMachine(
      {
        States: {
          M: {
            Type: 'Map',
            MaxConcurrency: 1,
            ItemProcessor: { StartAt: 'P', States: { P: { Type: 'Pass', End: true } } },
            End: true,
          },
        },
      },
      { input: [1, 2] },
    );
    const links = done.execution.history().map(({ id, previousEventId, type }) => `${id}<${previousEventId} ${type}`);
    expect(links).toEqual([
      ...[
        '1<0 ExecutionStarted',
        '2<0 MapStateEntered',
        '3<2 MapStateStarted',
        '4<3 MapIterationStarted',
        '5<4 PassStateEntered',
        '6<5 PassStateExited',
        '7<6 MapIterationSucceeded',
      ],
      ...[
        '8<6 MapIterationStarted',
        '9<8 PassStateEntered',
        '10<9 PassStateExited',
        '11<10 MapIterationSucceeded',
        '12<10 MapStateSucceeded',
        '13<10 MapStateExited',
        '14<13 ExecutionSucceeded',
      ],
    ]);
  });

  it('stops when it is told to, and aborts what is under way', async () => {
    let aborted = false;
    const execution = execute(twoTasks, {
      clock: realClock,
      invokeLambda: ({ signal }) => new Promise(() => signal.addEventListener('abort', () => (aborted = true))),
    });
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(execution.status()).toBe('RUNNING');
    execution.stop({ error: 'Enough', cause: 'told so' });
    execution.stop({ error: 'Again' });
    expect(await execution.result).toMatchObject({ status: 'ABORTED', error: 'Enough', cause: 'told so' });
    expect([aborted, execution.history().at(-1)?.type]).toEqual([true, 'ExecutionAborted']);
  });

  it('stands on its own: what the host does to input or output changes nothing', async () => {
    const input = { list: [1] };
    const execution = execute(
      parseDefinition({ StartAt: 'W', States: { W: { Type: 'Wait', Seconds: 1, End: true } } }),
      { clock: createVirtualClock(), input },
    );
    input.list.push(2);
    expect((await execution.result).output).toEqual({ list: [1] });
  });
});

describe(resumeExecutions, () => {
  it('keeps the due time of a timer over a restart', async () => {
    const journal = createMemoryJournal();
    const definition = parseDefinition({ StartAt: 'W', States: { W: { Type: 'Wait', Seconds: 100, End: true } } });
    const before = createVirtualClock({ start: 0 });
    before.beginWork();
    execute(definition, { clock: before, journal, input: 'kept' });
    // The first life ends here: its clock stands still from the start.
    await new Promise((resolve) => setImmediate(resolve));
    const snapshot = journal.running().map((arn) => journal.read(arn));
    expect(snapshot[0]?.fibers[0]).toMatchObject({ stateName: 'W', memo: { dueAt: 100_000 } });
    const after = createVirtualClock({ start: 60_000 });
    const [resumed] = resumeExecutions(journal, { clock: after });
    expect(await resumed?.result).toMatchObject({ status: 'SUCCEEDED', output: 'kept', stopDate: new Date(100_000) });
  });
});

describe(readExecution, () => {
  it('tells of an execution what its handle told: while it runs, and when it has ended', async () => {
    const journal = createMemoryJournal();
    const clock = createVirtualClock();
    const execution = execute(twoTasks, { clock, journal, name: 'n', invokeLambda: () => ({ payload: 1 }) });
    const running = readExecution(journal, execution.executionArn);
    expect([running?.result, running?.history()[0]?.type]).toEqual([undefined, 'ExecutionStarted']);
    const result = await execution.result;
    const ended = readExecution(journal, execution.executionArn);
    expect(ended?.result).toEqual(result);
    expect(ended?.history()).toEqual(execution.history());
    expect(readExecution(journal, 'arn:unknown')).toBeUndefined();
  });
});
