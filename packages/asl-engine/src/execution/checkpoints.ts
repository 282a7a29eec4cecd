import type { Clock } from '../clock/clock.ts';
import type { ExecutionEnd, ExecutionStart, FiberSnapshot } from '../journal/execution-journal.ts';
import { isBelow } from '../journal/execution-journal.ts';
import type { JournaledFiber, JournalWriter } from './journal-writer.ts';

/**
 * Where fibers leave what a later life of the execution goes on from, and take what an earlier one left. Without a journal nothing is
 * written.
 */
export class Checkpoints {
  readonly #clock: Clock;
  readonly #journal: JournalWriter | undefined;
  /** Snapshots of an earlier life, by path. */
  readonly #restored: Map<string, FiberSnapshot>;

  constructor(clock: Clock, journal: JournalWriter | undefined, restored: readonly FiberSnapshot[]) {
    this.#clock = clock;
    this.#journal = journal;
    this.#restored = new Map(restored.map((snapshot) => [snapshot.path, snapshot]));
  }

  /** True when a later life of the execution is possible. */
  get durable(): boolean {
    return this.#journal !== undefined;
  }

  /** Tells what was started. */
  start(start: ExecutionStart): void {
    this.#journal?.start(start);
  }

  /** A fiber's position has changed: the next checkpoint writes it. */
  touch(fiber: JournaledFiber): void {
    this.#journal?.touch(fiber);
  }

  /** A fiber has ended well. */
  finish(fiber: JournaledFiber, output: FiberSnapshot['input']): void {
    this.#journal?.done({ ...fiber.snapshot(), done: { output } }, fiber);
  }

  /** The snapshot of a fiber in an earlier life; only once. */
  takeRestored(path: string): FiberSnapshot | undefined {
    if (this.#restored.size === 0) return undefined;
    const snapshot = this.#restored.get(path);
    this.#restored.delete(path);
    return snapshot;
  }

  /** Voids the snapshots of all fibers below a path. */
  forgetBelow(path: string): void {
    this.#journal?.forget(path);
    for (const other of this.#restored.keys()) if (isBelow(other, path)) this.#restored.delete(other);
  }

  /** Writes everything that has happened. Gives what settles once it is durable, before which the world may see nothing of it. */
  write(): Promise<void> | undefined {
    return this.#held(this.#journal?.write());
  }

  /** Writes soon what nothing else writes sooner. */
  writeSoon(): void {
    this.#journal?.writeSoon();
  }

  /** Writes the execution's end, and everything before it; gives what `write` does. */
  end(end: ExecutionEnd): Promise<void> | undefined {
    return this.#held(this.#journal?.write(end));
  }

  /** No time passes on a virtual clock meanwhile. */
  #held(durable: Promise<void> | undefined): Promise<void> | undefined {
    if (!durable) return undefined;
    const goOn = this.#clock.beginWork();
    durable.then(goOn, goOn);
    return durable;
  }
}
