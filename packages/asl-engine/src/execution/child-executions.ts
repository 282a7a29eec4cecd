import type { Clock } from '../clock/clock.ts';
import { EventLog } from '../history/event-log.ts';
import type { HistoryEvent } from '../history/event-record.ts';
import type { Json } from '../json/json.ts';
import type { NewEvent } from './history-writer.ts';

/** How a child execution ended. `stoppedAt` is in epoch milliseconds. */
export interface ChildEnd {
  readonly status: 'SUCCEEDED' | 'FAILED' | 'ABORTED';
  readonly stoppedAt: number;
  readonly output?: Json;
  readonly error?: string | undefined;
  readonly cause?: string | undefined;
}

/** Which Map Run a child execution belongs to, and what it was started with. */
export interface ChildFacts {
  readonly executionArn: string;
  readonly name: string;
  readonly stateMachineArn: string;
  readonly stateMachineName: string;
  readonly roleArn: string;
  readonly input: Json;
  /** Epoch milliseconds. */
  readonly startedAt: number;
  readonly mapRunArn: string;
  /** How many items it processes: more than one in a batch. */
  readonly itemCount: number;
}

/** Why a child was stopped. */
export interface StopReason {
  readonly error?: string;
  readonly cause?: string;
}

/** A child execution of a Map Run, with a history of its own. */
export class ChildExecution {
  readonly facts: ChildFacts;
  readonly #clock: Clock;
  readonly #log = new EventLog(true, undefined);
  #stopped: StopReason | undefined;
  /** Who waits for its end. */
  readonly #waiting: (() => void)[] = [];
  /** Undefined while it runs. */
  end: ChildEnd | undefined;
  /** Ends what the child does; undefined when its Map Run is not at work here. */
  cancel: (() => void) | undefined;
  redriveCount = 0;
  /** Epoch milliseconds; undefined before the first redrive. */
  redrivenAt: number | undefined;

  constructor(clock: Clock, facts: ChildFacts) {
    this.#clock = clock;
    this.facts = facts;
    this.record({ type: 'ExecutionStarted', shape: 'executionStarted', subject: facts.roleArn, value: facts.input }, 0);
  }

  /** Records an event and gives its id. */
  record({ type, shape = 'none', subject, value, more }: NewEvent, previousEventId: number): number {
    const record = { id: 0, previousEventId, at: this.#clock.now(), type, shape, subject, value, more };
    return this.#log.add(record).id;
  }

  history(): HistoryEvent[] {
    return this.#log.history();
  }

  /** Goes on after an end that was no success. */
  redrive(): void {
    this.end = undefined;
    this.#stopped = undefined;
    this.redriveCount++;
    this.redrivenAt = this.#clock.now();
    const more = { redriveCount: this.redriveCount };
    this.record({ type: 'ExecutionRedriven', shape: 'executionRedriven', more }, this.#log.count);
  }

  succeed(output: Json, previousEventId: number): void {
    this.record({ type: 'ExecutionSucceeded', shape: 'executionSucceeded', value: output }, previousEventId);
    this.#finish({ status: 'SUCCEEDED', stoppedAt: this.#clock.now(), output });
  }

  fail(
    { error, cause }: { readonly error: string | undefined; readonly cause: string | undefined },
    previousEventId: number,
  ): void {
    const more = { ...(error !== undefined && { error }), ...(cause !== undefined && { cause }) };
    this.record({ type: 'ExecutionFailed', shape: 'executionFailed', more }, previousEventId);
    this.#finish({ status: 'FAILED', stoppedAt: this.#clock.now(), error, cause });
  }

  abort({ error, cause }: StopReason = this.#stopped ?? {}): void {
    const more = { ...(error !== undefined && { error }), ...(cause !== undefined && { cause }) };
    this.record({ type: 'ExecutionAborted', shape: 'executionAborted', more }, this.#log.count);
    this.#finish({ status: 'ABORTED', stoppedAt: this.#clock.now(), error, cause });
  }

  /** Stops this child alone: the others of its Map Run go on. Nothing happens when it has ended. */
  async stop(reason: StopReason): Promise<void> {
    if (this.end || !this.cancel) return;
    this.#stopped ??= reason;
    const ended = new Promise<void>((resolve) => void this.#waiting.push(resolve));
    this.cancel();
    await ended;
  }

  #finish(end: ChildEnd): void {
    this.end = end;
    for (const told of this.#waiting.splice(0)) told();
  }
}

/** The child executions of Map Runs, kept for a host that shows them: without one nothing is kept. */
export class ChildExecutions {
  readonly #byArn = new Map<string, ChildExecution>();

  /** Begins a child, or goes on with one that an earlier life of the execution began. */
  begin(clock: Clock, facts: ChildFacts): { readonly child: ChildExecution; readonly isNew: boolean } {
    const earlier = this.#byArn.get(facts.executionArn);
    if (earlier) {
      if (earlier.end) earlier.redrive();
      return { child: earlier, isNew: false };
    }
    const child = new ChildExecution(clock, facts);
    this.#byArn.set(facts.executionArn, child);
    return { child, isNew: true };
  }

  get(executionArn: string): ChildExecution | undefined {
    return this.#byArn.get(executionArn);
  }

  /** The children of a Map Run, in the order they began. */
  of(mapRunArn: string): ChildExecution[] {
    return [...this.#byArn.values()].filter(({ facts }) => facts.mapRunArn === mapRunArn);
  }

  /** Ends all children of a Map Run that are still running: the run is over. */
  abandon(mapRunArn: string): void {
    for (const child of this.of(mapRunArn)) if (!child.end) child.abort();
  }
}
