import type { EventRecord } from '../history/event-record.ts';
import type {
  ExecutionEnd,
  ExecutionJournal,
  ExecutionStart,
  FiberSnapshot,
  JournalEntry,
} from './execution-journal.ts';
import { isBelow } from './fiber-path.ts';

interface Kept {
  readonly start: ExecutionStart;
  readonly events: EventRecord[];
  readonly fibers: Map<string, FiberSnapshot>;
  end: ExecutionEnd | undefined;
  redriveCount: number;
}

/** A journal that lives as long as the process: for redrive, and for tests. */
export function createMemoryJournal(): ExecutionJournal {
  const executions = new Map<string, Kept>();
  const keptFor = ({ executionArn, start }: JournalEntry): Kept => {
    if (start) executions.set(executionArn, { start, events: [], fibers: new Map(), end: undefined, redriveCount: 0 });
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
      for (const fiber of entry.fibers) kept.fibers.set(fiber.path, fiber);
      kept.end = entry.end;
      kept.redriveCount = entry.redriveCount;
    },
    read(executionArn) {
      const kept = executions.get(executionArn);
      return kept && { ...kept, events: [...kept.events], fibers: [...kept.fibers.values()] };
    },
    running: () => [...executions].filter(([, { end }]) => end === undefined).map(([arn]) => arn),
    list: () =>
      [...executions.values()].map(({ start: { executionArn, name, startedAt }, end, redriveCount }) => {
        const { output: _, ...ending } = end ?? {};
        return { executionArn, name, startedAt, redriveCount, end: end && (ending as Omit<ExecutionEnd, 'output'>) };
      }),
  };
}
