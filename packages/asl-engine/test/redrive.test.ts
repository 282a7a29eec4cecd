import { setImmediate as turn } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { EventRecord } from '../src/history/event-record.ts';
import {
  createMemoryJournal,
  createVirtualClock,
  ExecutionNotRedrivable,
  type ExecutionStart,
  execute,
  parseDefinition,
  readExecution,
  readHistory,
  redrive,
  TaskFailure,
  whyNotRedrivable,
} from '../src/index.ts';
import { functionArn } from './run-machine.ts';
import { twoTasks } from './two-tasks.ts';

const day = 24 * 3600 * 1000;

describe(redrive, () => {
  const failing = (journal = createMemoryJournal()) => {
    const clock = createVirtualClock({ start: 0 });
    const calls: string[] = [];
    const state = { isWell: false };
    const host = {
      clock,
      invokeLambda: ({ stateName, retryCount }: { stateName: string; retryCount: number }) => {
        calls.push(`${stateName}${retryCount}`);
        if (stateName === 'B' && !state.isWell) throw new TaskFailure('Odd');
        return { payload: stateName };
      },
    };
    return { journal, clock, calls, state, host };
  };

  it('tells when it was redriven, and nothing of it before', async () => {
    const { journal, state, clock, host } = failing();
    const seen: unknown[] = [];
    const telling = {
      ...host,
      invokeLambda: (invocation: { stateName: string; retryCount: number; payload: unknown }) => {
        seen.push(invocation.payload);
        return host.invokeLambda(invocation);
      },
    };
    const definition = parseDefinition({
      StartAt: 'B',
      QueryLanguage: 'JSONata',
      States: {
        B: {
          Type: 'Task',
          Resource: 'arn:aws:states:::lambda:invoke',
          Arguments: {
            FunctionName: functionArn('b'),
            Payload: {
              began: '{% $states.context.Execution.StartTime %}',
              redriven:
                '{% $exists($states.context.Execution.RedriveTime) ? $states.context.Execution.RedriveTime : "never" %}',
            },
          },
          End: true,
        },
      },
    });
    const execution = execute(definition, { ...telling, journal });
    await execution.result;
    state.isWell = true;
    await clock.sleep(3_600_000);
    await redrive(journal, execution.executionArn, telling).result;
    expect(seen).toEqual([
      { began: '1970-01-01T00:00:00.000Z', redriven: 'never' },
      { began: '1970-01-01T00:00:00.000Z', redriven: '1970-01-01T01:00:00.000Z' },
    ]);
  });

  it('goes on at the state that failed, with its input and its retries anew', async () => {
    const { journal, calls, state, host, clock } = failing();
    const execution = execute(twoTasks, { ...host, journal, input: { in: 1 } });
    expect((await execution.result).status).toBe('FAILED');
    state.isWell = true;
    await clock.sleep(3_600_000);
    const again = redrive(journal, execution.executionArn, host);
    expect([execution.startDate, again.startDate]).toEqual([new Date(0), new Date(0)]);
    expect(await again.result).toMatchObject({
      status: 'SUCCEEDED',
      output: { in: 1, a: 'A', b: 'B' },
      startDate: new Date(0),
    });
    expect(calls).toEqual(['A0', 'B0', 'B1', 'B0']);
    const types = again.history().map(({ type }) => type);
    expect(types.slice(types.indexOf('ExecutionFailed'))).toEqual([
      'ExecutionFailed',
      'ExecutionRedriven',
      'LambdaFunctionScheduled',
      'LambdaFunctionStarted',
      'LambdaFunctionSucceeded',
      'TaskStateExited',
      'ExecutionSucceeded',
    ]);
    expect(again.history().find(({ type }) => type === 'ExecutionRedriven')).toMatchObject({
      executionRedrivenEventDetails: { redriveCount: 1 },
    });
  });

  it('is refused where AWS refuses it', async () => {
    const { journal, state, host, clock } = failing();
    const failed = execute(twoTasks, { ...host, journal });
    expect(() => redrive(journal, failed.executionArn, host)).toThrow('Execution is RUNNING and cannot be redriven');
    await failed.result;
    state.isWell = true;
    const well = execute(twoTasks, { ...host, journal });
    const express = execute(twoTasks, {
      ...host,
      journal,
      type: 'EXPRESS',
      invokeLambda: () => Promise.reject(new Error('no')),
    });
    await Promise.all([well.result, express.result]);
    expect(() => redrive(journal, well.executionArn, host)).toThrow('Execution is SUCCEEDED and cannot be redriven');
    expect(() => redrive(journal, express.executionArn, host)).toThrow('EXPRESS');
    expect(() => redrive(journal, 'arn:unknown', host)).toThrow(ExecutionNotRedrivable);
    await clock.sleep(15 * 86_400_000);
    expect(() => redrive(journal, failed.executionArn, host)).toThrow('Execution redrivable period exceeded');
  });

  it('goes on where a stopped execution stood: what was under way runs anew', async () => {
    const { journal, host } = failing();
    const waiting = execute(twoTasks, { ...host, journal, invokeLambda: () => new Promise(() => undefined) });
    await turn();
    waiting.stop({ error: 'Operator', cause: 'by hand' });
    expect(journal.running()).toEqual([]);
    expect(readExecution(journal, waiting.executionArn)?.result).toMatchObject({
      status: 'ABORTED',
      error: 'Operator',
      cause: 'by hand',
    });
    expect(readHistory(journal, waiting.executionArn, { limit: 1, reverse: true })).toMatchObject([
      { type: 'ExecutionAborted', executionAbortedEventDetails: { error: 'Operator', cause: 'by hand' } },
    ]);
    const again = redrive(journal, waiting.executionArn, { ...host, invokeLambda: () => ({ payload: 1 }) });
    expect(await again.result).toMatchObject({ status: 'SUCCEEDED' });
  });

  it.each<[string, { stoppedAt?: number; startedAt?: number; eventCount?: number }, string | undefined]>([
    ['14 days after its end', { stoppedAt: -14 * day }, undefined],
    ['later', { stoppedAt: -14 * day - 1 }, 'Execution redrivable period exceeded'],
    ['a year after its start', { startedAt: -365 * day - 1 }, 'Execution has exceeded the max execution time'],
    ['with room for two events more', { eventCount: 24_998 }, undefined],
    ['with room for fewer', { eventCount: 24_999 }, 'Execution history event limit exceeded'],
  ])('is possible or refused %s', (_, { stoppedAt = 0, startedAt = -1, eventCount = 9 }, reason) => {
    const start = { type: 'STANDARD', startedAt } as ExecutionStart;
    expect(whyNotRedrivable({ start, end: { status: 'FAILED', stoppedAt }, eventCount }, 0)).toBe(reason);
  });

  // Regression: the event that tells of the redrive found no room, and the process ended with it.
  it('is refused when the history is full, and leaves the execution as it is', async () => {
    const { journal, host } = failing();
    const failed = execute(twoTasks, { ...host, journal });
    await failed.result;
    const { events = [], end } = journal.read(failed.executionArn) ?? {};
    const filler = Array.from({ length: 24_999 - events.length }, (_, index) => ({
      ...(events[0] as EventRecord),
      id: events.length + index + 1,
    }));
    const entry = { executionArn: failed.executionArn, events: filler, fibers: [], forgotten: [], redriveCount: 0 };
    journal.append({ ...entry, ...(end && { end }) });
    expect(() => redrive(journal, failed.executionArn, host)).toThrow('Execution history event limit exceeded');
    expect(journal.running()).toEqual([]);
  });

  it('runs again only the iterations that did not succeed', async () => {
    const { journal, host } = failing();
    const definition = parseDefinition({
      StartAt: 'M',
      States: {
        M: {
          Type: 'Map',
          MaxConcurrency: 1,
          ItemProcessor: { StartAt: 'I', States: { I: { Type: 'Task', Resource: functionArn('i'), End: true } } },
          End: true,
        },
      },
    });
    const seen: unknown[] = [];
    let limit = 2;
    const picky = {
      ...host,
      invokeLambda: ({ payload }: { payload: unknown }) => {
        seen.push(payload);
        if ((payload as number) > limit) throw new TaskFailure('TooBig');
        return { payload };
      },
    };
    const execution = execute(definition, { ...picky, journal, input: [1, 2, 3, 4] });
    expect((await execution.result).error).toBe('TooBig');
    limit = 9;
    expect((await redrive(journal, execution.executionArn, picky).result).output).toEqual([1, 2, 3, 4]);
    expect(seen).toEqual([1, 2, 3, 3, 4]);
  });
});
