import { describe, expect, it } from 'vitest';
import { readHistory, readOrderFlow } from '../../test/read-fixture.ts';
import type { HistoryEvent } from '../api/history-event.ts';
import { readFlow } from '../definition/read-flow.ts';
import { readVisits } from './read-visits.ts';
import { traceExecution } from './trace-execution.ts';

const flow = readOrderFlow();

function traced(events: readonly HistoryEvent[], status: string) {
  const trace = traceExecution(flow, readVisits(events).visits, status);
  return {
    ...trace,
    statuses: Object.fromEntries(
      [...trace.states].flatMap(([name, { status }]) => (status === 'not-reached' ? [] : [[name, status]])),
    ),
    ways: flow.edges
      .filter(({ id }) => trace.taken.has(id))
      .map(({ from, to }) => `${from} → ${to}`.replaceAll('\n', '')),
  };
}

describe(traceExecution, () => {
  it('tells a caught error from a success, and the way that it led', () => {
    const { statuses, ways, states } = traced(readHistory('refunded'), 'SUCCEEDED');
    expect(statuses).toEqual({
      'Validate Order': 'succeeded',
      'Process Payment': 'succeeded',
      'Ship Order': 'caught',
      'Refund Payment': 'succeeded',
      'Notify Customer': 'succeeded',
    });
    expect(ways.toSorted()).toEqual([
      'Notify Customer → end',
      'Process Payment → Ship Order',
      'Refund Payment → Notify Customer',
      'Ship Order → Refund Payment',
      'Validate Order → Process Payment',
      'start → Validate Order',
    ]);
    expect(states.get('Ship Order')?.visits[0]?.failure?.error).toBe('ShipmentRefused');
    expect(states.get('Park Notice')).toEqual({ status: 'not-reached', visits: [], retries: 0 });
  });

  it('follows an execution through a Choice', () => {
    const { statuses, ways } = traced(readHistory('cancelled-and-refunded'), 'SUCCEEDED');
    expect(statuses).toMatchObject({
      'Ship Order': 'caught',
      'Cancel Shipment': 'succeeded',
      'Shipment Stands?': 'succeeded',
    });
    expect(ways).toContain('Shipment Stands? → Refund Payment');
    expect(ways).not.toContain('Shipment Stands? → Notify Customer');
    expect(ways).not.toContain('Ship Order → Refund Payment');
  });

  it('takes no way out of a state that the execution ended in', () => {
    const events = readHistory('retried');
    const { statuses, ways } = traced(events.slice(0, -2), 'FAILED');
    expect(statuses['Notify Customer']).toBe('failed');
    expect(ways).not.toContain('Notify Customer → end');
  });

  it('tells a success from a caught error when both lead to the same state', () => {
    const States = {
      Work: { Type: 'Task', Next: 'After', Catch: [{ ErrorEquals: ['States.ALL'], Next: 'After' }] },
      After: { Type: 'Succeed' },
    };
    const flow = readFlow(JSON.stringify({ StartAt: 'Work', States }));
    const work = { state: 'Work', kind: 'Task', enteredAt: 0, exitedAt: 1, attempts: [] };
    const kinds = [work, { ...work, failure: { error: 'Broken', cause: '' } }].map((from) => {
      const { taken } = traceExecution(
        flow,
        [from, { state: 'After', kind: 'Succeed', enteredAt: 1, attempts: [], from }],
        'RUNNING',
      );
      return flow.edges.filter(({ id, to }) => taken.has(id) && to === 'After').map(({ kind }) => kind);
    });
    expect(kinds).toEqual([['next'], ['catch']]);
  });

  it('counts retries, and forgets a failure once an attempt succeeds', () => {
    const { states } = traced(readHistory('retried'), 'SUCCEEDED');
    expect(states.get('Process Payment')).toMatchObject({ status: 'succeeded', retries: 2 });
    expect(states.get('Process Payment')?.visits[0]?.attempts.map(({ status }) => status)).toEqual([
      'failed',
      'failed',
      'succeeded',
    ]);
    expect(states.get('Process Payment')?.visits[0]).not.toHaveProperty('failure');
  });

  it('shows where an execution failed, and takes no attempt of a redrive for a retry', () => {
    const events = readHistory('failed-and-redriven');
    const failedAt = events.findIndex(({ type }) => type === 'ExecutionFailed');
    const before = traced(events.slice(0, failedAt + 1), 'FAILED');
    expect(before.statuses).toEqual({ 'Validate Order': 'failed' });
    expect(before.states.get('Validate Order')?.retries).toBe(6);
    expect(before.ways).toEqual(['start → Validate Order']);

    const after = traced(events, 'SUCCEEDED');
    expect(after.statuses['Validate Order']).toBe('succeeded');
    expect(after.states.get('Validate Order')?.retries).toBe(6);
    expect(after.states.get('Validate Order')?.visits[0]?.attempts.map(({ redrive }) => redrive)).toEqual([
      0, 0, 0, 0, 0, 0, 0, 1,
    ]);
  });

  it('knows running, waiting for a retry, and stopped apart', () => {
    const events = readHistory('retried');
    const upTo = (type: string) => events.slice(0, events.findIndex((event) => event.type === type) + 1);
    expect(traced(upTo('TaskStarted'), 'RUNNING').statuses).toEqual({ 'Validate Order': 'running' });
    expect(traced(upTo('TaskFailed'), 'RUNNING').statuses).toMatchObject({ 'Process Payment': 'retrying' });
    expect(traced(upTo('TaskFailed'), 'ABORTED').statuses).toMatchObject({ 'Process Payment': 'stopped' });
    expect(traced(upTo('TaskFailed'), 'TIMED_OUT').statuses).toMatchObject({ 'Process Payment': 'failed' });
  });

  it('shows the newest visit of a state in a loop, and each way along it', () => {
    const loop = [
      event(1, 0, 'TaskStateEntered', { name: 'Ship Order' }),
      event(2, 1, 'TaskScheduled'),
      event(3, 2, 'TaskFailed', { error: 'ShipmentRefused' }),
      event(4, 3, 'TaskStateExited', { name: 'Ship Order' }),
      event(5, 4, 'TaskStateEntered', { name: 'Refund Payment' }),
      event(6, 5, 'TaskStateExited', { name: 'Refund Payment' }),
      event(7, 6, 'TaskStateEntered', { name: 'Ship Order' }),
    ];
    const { statuses, states } = traced(loop, 'RUNNING');
    expect(statuses).toEqual({ 'Ship Order': 'running', 'Refund Payment': 'succeeded' });
    expect(states.get('Ship Order')?.visits).toHaveLength(2);
  });
});

describe(readVisits, () => {
  it('tells states apart that run at the same time', () => {
    const { visits, stateOf } = readVisits([
      event(1, 0, 'ParallelStateEntered', { name: 'Both' }),
      event(2, 1, 'ParallelStateStarted'),
      event(3, 2, 'TaskStateEntered', { name: 'Left' }),
      event(4, 2, 'TaskStateEntered', { name: 'Right' }),
      event(5, 4, 'TaskScheduled'),
      event(6, 3, 'TaskScheduled'),
      event(7, 5, 'TaskFailed', { error: 'Broken', cause: 'a cause' }),
    ]);
    const [, left, right] = visits;
    expect(left?.attempts.map(({ status }) => status)).toEqual(['running']);
    expect(right?.attempts.map(({ status }) => status)).toEqual(['failed']);
    expect(right?.failure).toEqual({ error: 'Broken', cause: 'a cause' });
    expect(stateOf.get(6)).toBe('Left');
    expect(left?.from).toBeUndefined();
  });

  it('knows which visit led to which', () => {
    const { visits } = readVisits(readHistory('refunded'));
    expect(visits.map(({ from }) => from?.state)).toEqual([
      undefined,
      ...visits.slice(0, -1).map(({ state }) => state),
    ]);
  });

  it('reads a failure that no attempt made', () => {
    const { visits } = readVisits([
      event(1, 0, 'PassStateEntered', { name: 'Reckon' }),
      event(2, 1, 'EvaluationFailed', { error: 'States.QueryEvaluationError', cause: 'no such field' }),
    ]);
    expect(visits[0]?.failure?.error).toBe('States.QueryEvaluationError');
  });
});

function event(id: number, previousEventId: number, type: string, details: HistoryEvent['details'] = {}): HistoryEvent {
  return { id, previousEventId, type, at: id, details };
}
