import { describe, expect, it } from 'vitest';
import type { HistoryEvent } from '../api/history-event.ts';
import { readVisits } from '../history/read-visits.ts';
import { readWaterfall, unfolded } from './read-waterfall.ts';
import { segmentWords } from './segment-words.ts';

type Told = readonly [at: number, type: string, details?: Record<string, unknown>, previous?: number];

const history = (...told: readonly Told[]): readonly HistoryEvent[] =>
  told.map(([at, type, details = {}, previous], index) => ({
    ...{ id: index + 1, previousEventId: previous ?? index, at, type, details },
  }));
const read = (events: readonly HistoryEvent[], now = 1e6) => readWaterfall(readVisits(events).visits, events, now);
const failed = { error: 'GatewayDown', cause: 'x' };

/** A payment that fails for good, is redriven an hour later, and then succeeds at its second attempt. */
const redriven = history(
  [0, 'ExecutionStarted'],
  [10, 'TaskStateEntered', { name: 'Pay' }],
  [20, 'TaskScheduled'],
  [30, 'TaskFailed', failed],
  [80, 'TaskScheduled'],
  [90, 'TaskFailed', failed],
  [90, 'ExecutionFailed', failed],
  [3_600_090, 'ExecutionRedriven'],
  [3_600_090, 'TaskScheduled', {}, 6],
  [3_600_100, 'TaskSucceeded', {}, 9],
  [3_600_110, 'TaskStateExited', { name: 'Pay' }, 10],
  [3_600_110, 'ExecutionSucceeded', {}, 11],
);

describe(readWaterfall, () => {
  it('shows each attempt as a stretch, and the waits between them as waits', () => {
    const { rows } = read(redriven.slice(0, 6), 130);
    expect(rows.map(({ state, depth, enteredAt, until }) => [state, depth, enteredAt, until])).toEqual([
      ['Pay', 0, 10, 130],
    ]);
    expect(rows[0]?.segments.map(({ kind, from, to, status }) => [kind, from, to, status])).toEqual([
      ['stay', 10, 20, undefined],
      ['attempt', 20, 30, 'failed'],
      ['wait', 30, 80, undefined],
      ['attempt', 80, 90, 'failed'],
      ['wait', 90, 130, undefined],
    ]);
    expect(segmentWords(rows[0]?.segments ?? [])).toBe(
      'attempt 1 failed by GatewayDown after 10 ms, waited 50 ms, attempt 2 failed by GatewayDown after 10 ms, waited 40 ms',
    );
  });

  it('folds the time between an end and its redrive, in which nothing happened', () => {
    const waterfall = read(redriven);
    expect(waterfall.folds).toEqual([{ from: 90, to: 3_600_090 }]);
    expect(unfolded(waterfall, waterfall.to)).toBe(110);
    expect([50, 90, 1_000_000, 3_600_090, 3_600_100].map((at) => unfolded(waterfall, at))).toEqual([
      50, 90, 90, 90, 100,
    ]);
    const kinds = waterfall.rows[0]?.segments.map(({ kind, from, to }) => [kind, from, to]);
    expect(kinds?.slice(-2)).toEqual([
      ['attempt', 3_600_090, 3_600_100],
      ['stay', 3_600_100, 3_600_110],
    ]);
    expect(kinds?.filter(([kind]) => kind === 'wait')).toEqual([['wait', 30, 80]]);
  });

  it('puts what ran in a Map or Parallel under it, a lane each', () => {
    const events = history(
      [0, 'ExecutionStarted'],
      [1, 'ParallelStateEntered', { name: 'Both' }],
      [2, 'ParallelStateStarted'],
      [3, 'PassStateEntered', { name: 'Left' }, 3],
      [4, 'WaitStateEntered', { name: 'Right' }, 3],
      [5, 'PassStateExited', { name: 'Left' }, 4],
      [9, 'WaitStateExited', { name: 'Right' }, 5],
      [9, 'ParallelStateSucceeded', {}, 7],
      [9, 'ParallelStateExited', { name: 'Both' }, 8],
      [10, 'SucceedStateEntered', { name: 'Done' }, 9],
      [10, 'SucceedStateExited', { name: 'Done' }, 10],
      [10, 'ExecutionSucceeded', {}, 11],
    );
    expect(read(events).rows.map(({ state, depth, enteredAt, until }) => [state, depth, enteredAt, until])).toEqual([
      ['Both', 0, 1, 9],
      ['Left', 1, 3, 5],
      ['Right', 1, 4, 9],
      ['Done', 0, 10, 10],
    ]);
  });

  it('draws no more rows than anybody looks at, and says how many there are', () => {
    const states = Array.from({ length: 250 }, (_, each): Told[] => [
      [each, 'PassStateEntered', { name: `S${each}` }],
      [each, 'PassStateExited', { name: `S${each}` }],
    ]);
    const { rows, more } = read(history([0, 'ExecutionStarted'], ...states.flat()));
    expect([rows.length, more]).toEqual([200, 50]);
  });

  it('has nothing to show of an execution that has entered no state', () => {
    expect(read(history([5, 'ExecutionStarted']), 7)).toEqual({ from: 5, to: 7, rows: [], more: 0, folds: [] });
    expect(read([], 7)).toMatchObject({ rows: [] });
  });
});
