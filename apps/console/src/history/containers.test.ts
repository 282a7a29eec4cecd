import { describe, expect, it } from 'vitest';
import { engineHistories, readEngineHistory } from '../../test/read-engine-history.ts';
import { readVisits } from './read-visits.ts';
import { traceExecution } from './trace-execution.ts';

function traced(name: string, untilType?: string) {
  const { flow, status, events } = readEngineHistory(name);
  const end = untilType === undefined ? events.length : events.findIndex(({ type }) => type === untilType) + 1;
  const { visits, stateOf } = readVisits(events.slice(0, end));
  const trace = traceExecution(flow, visits, untilType === undefined ? status : 'RUNNING');
  return {
    visits,
    stateOf,
    events,
    trace,
    statuses: Object.fromEntries([...trace.states].map(([state, { status }]) => [state, status])),
    ways: flow.edges.filter(({ id }) => trace.taken.has(id)).map(({ from, to }) => `${from.trim()} → ${to.trim()}`),
  };
}

describe('states with states inside', () => {
  it.each([
    ['map-with-a-retry', { 'Check Each': 'succeeded', Pack: 'succeeded' }],
    ['map-without-items', { 'Check Each': 'succeeded', Pack: 'succeeded' }],
    ['parallel-caught', { Both: 'caught', 'Make Good': 'succeeded', Pack: 'succeeded' }],
    ['parallel-retried', { Both: 'succeeded', Pack: 'succeeded' }],
    ['caught-within-a-branch', { Both: 'succeeded', Pack: 'succeeded' }],
    ['nested', { 'Check Each': 'succeeded', Pack: 'succeeded' }],
    ['nested-and-retried-outside', { Outer: 'caught', 'Make Good': 'succeeded', Pack: 'succeeded' }],
    ['branch-with-a-fail', { Both: 'failed', Pack: 'not-reached' }],
    ['branch-with-a-fail-caught', { Both: 'caught', 'Make Good': 'succeeded', Pack: 'succeeded' }],
    ['map-tolerates', { 'Check Each': 'succeeded', Pack: 'succeeded' }],
    ['distributed-map-caught', { 'Check Each': 'caught', 'Make Good': 'succeeded', Pack: 'succeeded' }],
    ['parallel-failed-and-redriven', { Both: 'succeeded', Pack: 'succeeded' }],
    ['map-failed-and-redriven', { 'Check Each': 'succeeded', Pack: 'succeeded' }],
    ['map-stopped', { 'Check Each': 'stopped', Pack: 'not-reached' }],
  ])('end as they did: %s', (name, statuses) => {
    expect(traced(name).statuses).toEqual(statuses);
  });

  it('are all looked at here', () => {
    expect(engineHistories).toHaveLength(14);
  });

  it.each(engineHistories)('leave nothing open that was left, and give each event to a state: %s', (name) => {
    const { visits, stateOf, events } = traced(name);
    const exits = events.filter(({ type }) => type.endsWith('StateExited'));
    expect(visits.filter(({ exitedAt }) => exitedAt !== undefined)).toHaveLength(exits.length);
    for (const { id, details } of exits) expect(stateOf.get(id)).toBe(details['name']);
    const told = events.filter(({ type }) => /^(Map|Parallel)(State|Iteration|Run)/.test(type));
    const containers = new Set(visits.flatMap(({ state, kind }) => (/Map|Parallel/.test(kind) ? [state] : [])));
    for (const { id } of told) expect(containers).toContain(stateOf.get(id));
  });

  it('run until they have ended', () => {
    expect(traced('nested', 'ParallelStateExited').statuses).toEqual({ 'Check Each': 'running', Pack: 'not-reached' });
    expect(traced('parallel-caught', 'LambdaFunctionFailed').statuses).toMatchObject({ Both: 'running' });
  });

  it('take as long as all that is inside', () => {
    const [outer] = traced('nested').visits;
    const inside = traced('nested').visits.filter(({ within }) => within !== undefined);
    expect(outer?.exitedAt).toBeGreaterThanOrEqual(Math.max(...inside.map(({ exitedAt }) => exitedAt ?? 0)));
  });

  it('fail as the branch did that failed, and lead where that was caught', () => {
    const { trace, ways } = traced('parallel-caught');
    expect(trace.states.get('Both')?.visits[0]?.failure).toMatchObject({ error: 'Refused' });
    expect(ways.toSorted()).toEqual(['Both → Make Good', 'Make Good → Pack', 'Pack → end', 'start → Both']);
    expect(traced('distributed-map-caught').trace.states.get('Check Each')?.visits[0]?.failure?.error).toBe(
      'States.ExceedToleratedFailureThreshold',
    );
  });

  it.each(['branch-with-a-fail', 'branch-with-a-fail-caught'])(
    'fail as the execution or the Catch says when a Fail inside has no event that says why: %s',
    (name) => {
      const failure = { error: 'NotToday', cause: 'closed' };
      expect(traced(name).trace.states.get('Both')?.visits[0]?.failure).toEqual(failure);
    },
  );

  it('hand a failure through all that are around it', () => {
    const { visits, trace } = traced('nested');
    const failed = visits.filter(({ failure }) => failure?.error === 'Refused').map(({ state }) => state);
    expect(failed).toEqual(['Both', 'Inner', 'Right']);
    expect(trace.states.get('Check Each')?.visits[0]).not.toHaveProperty('failure');
  });

  it('are retried as a whole', () => {
    const retried = traced('parallel-retried').trace.states.get('Both');
    expect(retried?.retries).toBe(1);
    expect(retried?.visits[0]?.attempts).toMatchObject([
      { status: 'failed', failure: { error: 'Busy', cause: 'come again' } },
      { status: 'succeeded' },
    ]);
    expect(retried?.visits[0]).not.toHaveProperty('failure');
    const outer = traced('nested-and-retried-outside').trace.states.get('Outer');
    expect(outer?.visits[0]?.attempts.map(({ status }) => status)).toEqual(['failed', 'failed', 'failed']);
    expect(outer?.retries).toBe(2);
    expect(traced('map-with-a-retry').trace.states.get('Check Each')?.retries).toBe(0);
  });

  it.each(['parallel-failed-and-redriven', 'map-failed-and-redriven'])('go on with a redrive: %s', (name) => {
    expect(traced(name, 'ExecutionRedriven').visits[0]?.attempts).toMatchObject([
      { status: 'failed', redrive: 0, failure: { error: 'Refused' } },
      { status: 'running', redrive: 1 },
    ]);
    expect(traced(name).visits[0]?.attempts.map(({ status }) => status)).toEqual(['failed', 'succeeded']);
    expect([...traced(name).trace.states.values()][0]?.retries).toBe(0);
  });
});
