import type { HistoryEvent } from '../api/history-event.ts';
import type { Visit } from '../history/visit.ts';
import type { Fold, Segment, Waterfall, WaterfallRow } from './waterfall.ts';

/** More than these a Map of many items would draw. */
const mostRows = 200;

const endings: ReadonlySet<string> = new Set(['ExecutionFailed', 'ExecutionTimedOut', 'ExecutionAborted']);

/**
 * The visits of an execution as bars on one scale, those in a Map or Parallel under the one that they happened in. Until `now`
 * (epoch milliseconds) what runs goes on.
 */
export function readWaterfall(visits: readonly Visit[], events: readonly HistoryEvent[], now: number): Waterfall {
  const first = events[0]?.at ?? now;
  const last = events.at(-1);
  const runs = last !== undefined && !/^Execution(Succeeded|Failed|TimedOut|Aborted)$/.test(last.type);
  const to = Math.max(first, runs ? Math.max(now, last.at) : (last?.at ?? first));
  const folds = foldsOf(events);
  const ordered = nested(visits);
  const rows = ordered.slice(0, mostRows).map((visit) => rowOf(visit, to, folds));
  return { from: first, to, rows, more: ordered.length - rows.length, folds };
}

/** How many milliseconds after the beginning something is drawn: without the time that is folded. */
export function unfolded({ from, folds }: Pick<Waterfall, 'from' | 'folds'>, at: number): number {
  const hidden = folds.map((fold) => Math.max(0, Math.min(at, fold.to) - fold.from));
  return hidden.reduce((left, one) => left - one, at - from);
}

function foldsOf(events: readonly HistoryEvent[]): readonly Fold[] {
  return events.flatMap(({ type, at }, index) => {
    const before =
      type === 'ExecutionRedriven' ? events.slice(0, index).findLast((one) => endings.has(one.type)) : undefined;
    return before ? [{ from: before.at, to: at }] : [];
  });
}

/** Each visit before those that happened in it, and else as they began. */
function nested(visits: readonly Visit[]): readonly Visit[] {
  const inside = Map.groupBy(visits, ({ within }) => within);
  const under = (visit: Visit | undefined): Visit[] => (inside.get(visit) ?? []).flatMap((one) => [one, ...under(one)]);
  return under(undefined);
}

function rowOf(visit: Visit, end: number, folds: readonly Fold[]): WaterfallRow {
  const { state, enteredAt, exitedAt } = visit;
  const until = exitedAt ?? end;
  return { state, depth: depthOf(visit), enteredAt, until, segments: segmentsOf(visit, until, folds) };
}

function depthOf({ within }: Visit): number {
  return within ? depthOf(within) + 1 : 0;
}

/** Attempts, and before each that follows a failed one the wait for it. Of a wait that a redrive ended only what the execution waited. */
function segmentsOf({ attempts, enteredAt }: Visit, until: number, folds: readonly Fold[]): readonly Segment[] {
  const segments: Segment[] = [];
  let at = enteredAt;
  for (const [index, { scheduledAt, endedAt, status, failure }] of attempts.entries()) {
    const ended = folds.find(({ from, to }) => at <= from && to <= scheduledAt);
    add(segments, { kind: index === 0 ? 'stay' : 'wait', from: at, to: ended?.from ?? scheduledAt });
    if (ended) add(segments, { kind: 'stay', from: ended.to, to: scheduledAt });
    at = Math.max(scheduledAt, endedAt ?? until);
    const more = failure && { error: failure.error };
    segments.push({ kind: 'attempt', from: scheduledAt, to: at, status, number: index + 1, ...more });
  }
  const waits = attempts.at(-1)?.status === 'failed';
  const fold = folds.find(({ from }) => from >= at && from < until);
  add(segments, { kind: waits ? 'wait' : 'stay', from: at, to: fold?.from ?? until });
  return segments.length > 0 ? segments : [{ kind: 'stay', from: enteredAt, to: until }];
}

function add(segments: Segment[], segment: Segment): void {
  if (segment.to > segment.from) segments.push(segment);
}
