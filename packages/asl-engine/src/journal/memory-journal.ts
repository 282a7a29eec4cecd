import type { EventRecord } from '../history/event-record.ts';
import type {
  ExecutionEnd,
  ExecutionJournal,
  ExecutionQuery,
  ExecutionStart,
  ExecutionSummary,
  FiberSnapshot,
  JournalEntry,
} from './execution-journal.ts';
import { isBelow } from './execution-journal.ts';

interface Kept {
  readonly position: number;
  readonly start: ExecutionStart;
  readonly events: EventRecord[];
  readonly fibers: Map<string, FiberSnapshot>;
  end: ExecutionEnd | undefined;
  redriveCount: number;
}

/** A journal that lives as long as the process: for redrive, and for tests. */
export function createMemoryJournal(): ExecutionJournal {
  const executions = new Map<string, Kept>();
  let position = 0;
  const keptFor = ({ executionArn, start }: JournalEntry): Kept => {
    if (start) {
      // One that begins anew under its old name is the latest.
      executions.delete(executionArn);
      const nothing = { events: [], fibers: new Map(), end: undefined, redriveCount: 0 };
      executions.set(executionArn, { ...nothing, position: ++position, start });
    }
    const kept = executions.get(executionArn);
    if (!kept) throw new Error(`The execution ${executionArn} has not been started in this journal.`);
    return kept;
  };
  return {
    append(entry) {
      const kept = keptFor(entry);
      kept.events.push(...entry.events);
      for (const path of entry.forgotten)
        for (const other of kept.fibers.keys()) if (isBelow(other, path)) kept.fibers.delete(other);
      if (entry.end?.status === 'SUCCEEDED') kept.fibers.clear();
      else for (const fiber of entry.fibers) kept.fibers.set(fiber.path, fiber);
      kept.end = entry.end;
      kept.redriveCount = entry.redriveCount;
      return undefined;
    },
    read(executionArn) {
      const kept = executions.get(executionArn);
      if (!kept) return undefined;
      const { position: _, ...journaled } = kept;
      return { ...journaled, events: [...kept.events], fibers: [...kept.fibers.values()] };
    },
    describe(executionArn) {
      const kept = executions.get(executionArn);
      if (!kept) return undefined;
      const { start, end, redriveCount, events, position } = kept;
      return { start, end, redriveCount, position, eventCount: events.length, redrivenAt: redrivenAt(kept) };
    },
    page: (query) =>
      [...executions.values()]
        .reverse()
        .filter((kept) => matches(kept, query))
        .slice(0, query.limit)
        .map((kept) => ({
          ...summarize(kept),
          stateMachineArn: kept.start.stateMachineArn,
          redrivenAt: redrivenAt(kept),
          position: kept.position,
        })),
    events(executionArn, { limit, after, reverse = false }) {
      const { events = [] } = executions.get(executionArn) ?? {};
      const inOrder = reverse ? events.toReversed() : events;
      const shown = ({ id }: EventRecord) => after === undefined || (reverse ? id < after : id > after);
      return inOrder.filter(shown).slice(0, limit);
    },
    running: () => [...executions].filter(([, { end }]) => end === undefined).map(([arn]) => arn),
    list: () => [...executions.values()].map(summarize),
    forget: (arns) => arns.filter((arn) => executions.get(arn)?.end !== undefined && executions.delete(arn)).length,
  };
}

function summarize({ start: { executionArn, name, startedAt }, end, redriveCount }: Kept): ExecutionSummary {
  const { output: _, ...ending } = end ?? {};
  return { executionArn, name, startedAt, redriveCount, end: end && (ending as Omit<ExecutionEnd, 'output'>) };
}

function redrivenAt({ events }: Kept): number | undefined {
  return events.findLast(({ type }) => type === 'ExecutionRedriven')?.at;
}

function matches({ position, start, end, redriveCount }: Kept, query: ExecutionQuery): boolean {
  const { before = Number.POSITIVE_INFINITY, stateMachineArn, status, redriven } = query;
  return (
    position < before &&
    (stateMachineArn === undefined || start.stateMachineArn === stateMachineArn) &&
    (status === undefined || (end?.status ?? 'RUNNING') === status) &&
    (redriven === undefined || redriveCount > 0 === redriven)
  );
}
