import type { Clock } from '../clock/clock.ts';
import { realClock } from '../clock/real-clock.ts';
import { Cancelled } from '../execution/cancellation.ts';
import type { Fiber } from '../execution/fiber.ts';
import { JournalWriter } from '../execution/journal-writer.ts';
import { TaskTokens } from '../execution/task-tokens.ts';
import { runtimeFailure } from '../failure/state-failure.ts';
import { EventLog } from '../history/event-log.ts';
import type { EventRecord } from '../history/event-record.ts';
import type { ShapeName } from '../history/event-shapes.ts';
import type { FiberSnapshot } from '../journal/execution-journal.ts';
import { isBelow } from '../journal/fiber-path.ts';
import { copyJson } from '../json/copy-json.ts';
import type { Json, JsonObject } from '../json/json.ts';
import type { MachineDefinition } from '../machine/compiled-machine.ts';
import { createRandomSource, type RandomSource } from '../random/random-source.ts';
import type { ExecutionOptions, ExecutionResult } from './execution-options.ts';

/** The most events a STANDARD execution's history may have (quotas page). */
const mostEvents = 25_000;

const defaultStateMachineArn = 'arn:aws:states:us-east-1:000000000000:stateMachine:StateMachine';
const defaultRoleArn = 'arn:aws:iam::000000000000:role/StepFunctions';

/** One execution while it lives: what its lines of control share. */
export class Run {
  readonly definition: MachineDefinition;
  readonly options: ExecutionOptions;
  readonly clock: Clock;
  readonly random: RandomSource;
  readonly log: EventLog;
  readonly tokens = new TaskTokens();
  readonly type: 'STANDARD' | 'EXPRESS';
  readonly name: string;
  readonly stateMachineArn: string;
  readonly stateMachineName: string;
  readonly executionArn: string;
  readonly roleArn: string;
  readonly input: Json;
  readonly journal: JournalWriter | undefined;
  /** Snapshots of an earlier life, by path; a line that begins takes its own. */
  readonly restored = new Map<string, FiberSnapshot>();
  startedAt: number;
  redriveCount = 0;
  /** True when this life of the execution began with a redrive. */
  redriven = false;
  root: Fiber | undefined;
  ended: ExecutionResult | undefined;
  onEnd: ((result: ExecutionResult) => void) | undefined;
  /** The instant that the execution's time-out counts from: its start, or its latest redrive. */
  deadlineFrom: number;
  #transitions = 0;

  constructor(definition: MachineDefinition, options: ExecutionOptions) {
    this.definition = definition;
    this.options = options;
    this.clock = options.clock ?? realClock;
    this.random = createRandomSource(options.seed);
    this.log = new EventLog(options.history !== 'drop', options.onEvent);
    this.type = options.type ?? 'STANDARD';
    this.name = options.name ?? this.random.uuid();
    this.stateMachineArn = options.stateMachineArn ?? defaultStateMachineArn;
    this.stateMachineName = this.stateMachineArn.slice(this.stateMachineArn.lastIndexOf(':') + 1);
    this.executionArn = `${this.stateMachineArn.replace(/:stateMachine:/, ':execution:')}:${this.name}`;
    this.roleArn = options.roleArn ?? defaultRoleArn;
    this.input = options.input === undefined ? {} : copyJson(options.input);
    this.startedAt = this.clock.now();
    this.deadlineFrom = this.startedAt;
    this.journal = options.journal && new JournalWriter(this, options.journal);
  }

  record(
    type: string,
    shape: ShapeName,
    previousEventId: number,
    subject?: Json,
    value?: Json,
    more?: JsonObject,
  ): number {
    if (this.ended) throw new Cancelled();
    if (this.type === 'STANDARD' && this.log.count >= mostEvents - 1 && shape !== 'executionFailed') {
      throw runtimeFailure(`The execution reached the maximum number of history events (${mostEvents}).`);
    }
    return this.write({ id: 0, previousEventId, at: this.clock.now(), type, shape, subject, value, more });
  }

  /** Writes an event whatever the execution's state; the log gives it its id. */
  write(record: EventRecord & { id: number }): number {
    this.log.add(record);
    this.journal?.event(record);
    return record.id;
  }

  /** Tells the journal what was started. */
  journalStart(): void {
    const { executionArn, name, stateMachineArn, roleArn, type, input, startedAt, definition, options } = this;
    this.journal?.start({
      executionArn,
      name,
      stateMachineArn,
      roleArn,
      type,
      input,
      startedAt,
      seed: options.seed,
      definition: definition.source,
    });
  }

  /**
   * Lets everything else have a turn. An Express execution has no limit of events but five minutes to live: on a clock that stands
   * still meanwhile, a thousand transitions count as a second.
   */
  async pause(fiber: Fiber): Promise<void> {
    this.#transitions += 1000;
    if (this.type === 'EXPRESS' && this.#transitions > 300_000) await fiber.waitUntil(this.deadlineFrom + 300_000);
    const resume = this.clock.beginWork();
    await new Promise<void>((resolve) => setImmediate(resolve));
    resume();
  }

  /** A line's position has changed: the next checkpoint writes it. */
  touch(fiber: Fiber): void {
    this.journal?.touch(fiber);
  }

  /** The snapshot of a line in an earlier life; only once. */
  takeRestored(path: string): FiberSnapshot | undefined {
    const snapshot = this.restored.get(path);
    this.restored.delete(path);
    return snapshot;
  }

  /** Voids the snapshots of all lines below a path. */
  forgetBelow(path: string): void {
    this.journal?.forget(path);
    for (const other of this.restored.keys()) if (isBelow(other, path)) this.restored.delete(other);
  }

  /** Makes everything durable that has happened; called before anything that the world can see. */
  checkpoint(): void {
    this.journal?.write();
  }
}
