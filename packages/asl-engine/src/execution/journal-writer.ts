import type { EventRecord } from '../history/event-record.ts';
import type {
  ExecutionEnd,
  ExecutionJournal,
  ExecutionStart,
  FiberSnapshot,
  JournalEntry,
} from '../journal/execution-journal.ts';
import { isBelow } from '../journal/execution-journal.ts';

/** A fiber as the journal sees it. */
export interface JournaledFiber {
  readonly path: string;
  snapshot(): FiberSnapshot;
}

/** Collects what changes between two checkpoints and writes it as one entry. */
export class JournalWriter {
  readonly #journal: ExecutionJournal;
  readonly #execution: Pick<JournalEntry, 'executionArn' | 'redriveCount'>;
  #start: ExecutionStart | undefined;
  #events: EventRecord[] = [];
  #fibers = new Set<JournaledFiber>();
  #done: FiberSnapshot[] = [];
  #forgotten: string[] = [];
  #soon = false;
  #ended = false;

  constructor(journal: ExecutionJournal, execution: Pick<JournalEntry, 'executionArn' | 'redriveCount'>) {
    this.#journal = journal;
    this.#execution = execution;
  }

  start(start: ExecutionStart): void {
    this.#start = start;
  }

  event(record: EventRecord): void {
    this.#events.push(record);
  }

  touch(fiber: JournaledFiber): void {
    this.#fibers.add(fiber);
  }

  /** The fiber has ended: its last snapshot, and no more. */
  done(snapshot: FiberSnapshot, fiber: JournaledFiber): void {
    this.#fibers.delete(fiber);
    this.#done.push(snapshot);
  }

  /** The fibers below a state are void: it is left, or begins anew. */
  forget(path: string): void {
    const below = (other: string) => isBelow(other, path);
    this.#done = this.#done.filter((snapshot) => !below(snapshot.path));
    for (const fiber of this.#fibers) if (below(fiber.path)) this.#fibers.delete(fiber);
    this.#forgotten.push(path);
  }

  /** Writes soon what nothing else writes sooner: the end of a task is durable although nothing follows it at once. */
  writeSoon(): void {
    if (this.#soon) return;
    this.#soon = true;
    setImmediate(() => {
      this.#soon = false;
      if (!this.#ended) this.write();
    });
  }

  /** Gives what settles once all of it is durable; undefined when it is already. */
  write(end?: ExecutionEnd): Promise<void> | undefined {
    if (!this.#start && this.#events.length === 0 && this.#fibers.size === 0 && this.#done.length === 0 && !end)
      return this.#journal.pending?.();
    const { executionArn, redriveCount } = this.#execution;
    const durable = this.#journal.append({
      executionArn,
      ...(this.#start && { start: this.#start }),
      events: this.#events,
      fibers: [...this.#done, ...[...this.#fibers].map((fiber) => fiber.snapshot())],
      forgotten: this.#forgotten,
      ...(end && { end }),
      redriveCount,
    });
    if (end) this.#ended = true;
    this.#start = undefined;
    this.#events = [];
    this.#fibers = new Set();
    this.#done = [];
    this.#forgotten = [];
    return durable;
  }
}
