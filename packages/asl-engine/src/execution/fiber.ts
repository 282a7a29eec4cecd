import type { EvaluationContext } from '../expression/evaluation-context.ts';
import type { FiberSnapshot } from '../journal/execution-journal.ts';
import type { Json, JsonObject } from '../json/json.ts';
import type { RandomSource } from '../random/random-source.ts';
import { Cancellation, Cancelled } from './cancellation.ts';
import type { ChildExecution } from './child-executions.ts';
import { buildContextObject, type MapItem, type StatePosition } from './context-object.ts';
import type { NewEvent } from './history-writer.ts';
import type { ExecutionFacts, Runtime } from './runtime.ts';

/** One line of control: the execution itself, a branch of a Parallel state or an iteration of a Map state. */
export class Fiber implements EvaluationContext, StatePosition {
  readonly runtime: Runtime;
  readonly parent: Fiber | undefined;
  /** Its place in the tree, as `0/3`; empty for the execution itself. */
  readonly path: string;
  readonly cancellation: Cancellation;
  readonly random: RandomSource;
  /** The execution it belongs to: its own for a child execution of a distributed Map. */
  identity: ExecutionFacts;
  variables: JsonObject;
  /** The id of this fiber's latest event: the previousEventId of its next. */
  lastEventId: number;
  mapItem: MapItem | undefined;
  /** True for a child execution of a distributed Map: its events are its own and are not in this history. */
  muted: boolean;
  /** The history of the child execution it belongs to, where one is kept. */
  own: ChildExecution | undefined;

  /** The state it is in. */
  stateName = '';
  stateType = '';
  enteredEventId = 0;
  enteredAt = 0;
  /** The previousEventId of the StateEntered event. */
  eventBeforeState = 0;
  /** How often each retrier has retried this state, and how often all of them have. */
  attempts: number[] = [];
  retryCount = 0;
  taskToken: string | undefined;
  /** The state's input. */
  input: Json = null;
  /** What the state has to remember while it waits, should the process end meanwhile. */
  memo: JsonObject | undefined;
  #context: Json | undefined;

  constructor(runtime: Runtime, parent?: Fiber, index = 0) {
    this.runtime = runtime;
    this.parent = parent;
    this.path = parent ? (parent.path === '' ? String(index) : `${parent.path}/${index}`) : '';
    this.cancellation = new Cancellation(parent?.cancellation);
    this.random = runtime.random;
    this.identity = parent?.identity ?? runtime.identity;
    this.variables = parent?.variables ?? {};
    this.lastEventId = parent?.lastEventId ?? 0;
    this.mapItem = parent?.mapItem;
    this.muted = parent?.muted ?? false;
    this.own = parent?.own;
  }

  now(): number {
    return this.runtime.clock.now();
  }

  beginWork(): () => void {
    return this.runtime.clock.beginWork();
  }

  contextObject(): Json {
    if (this.#context === undefined) {
      const own = buildContextObject(this.identity, this);
      const { contextObject } = this.runtime;
      // What was given stands for all but the item that an iteration is about.
      const item = own['Map'];
      this.#context = contextObject ? { ...(item !== undefined && { Map: item }), ...contextObject } : own;
    }
    return this.#context;
  }

  /** What the context object shows has changed. */
  forgetContext(): void {
    this.#context = undefined;
  }

  /** Records an event of this fiber and gives its id. */
  emit(event: NewEvent): number {
    if (this.muted) {
      if (this.own && !this.own.end) this.lastEventId = this.own.record(event, this.lastEventId);
      return this.lastEventId;
    }
    this.lastEventId = this.runtime.history.record(event, this.lastEventId);
    return this.lastEventId;
  }

  /** Records an event that the next one does not follow from. */
  emitAside(event: NewEvent): void {
    if (!this.muted) this.runtime.history.record(event, this.lastEventId);
    else if (this.own && !this.own.end) this.own.record(event, this.lastEventId);
  }

  enterState(name: string, type: string, input: Json): void {
    this.stateName = name;
    this.stateType = type;
    this.attempts = [];
    this.retryCount = 0;
    this.taskToken = undefined;
    this.input = input;
    this.memo = undefined;
    this.#context = undefined;
    this.runtime.checkpoints.touch(this);
    this.takes('');
    this.enteredAt = this.now();
    this.eventBeforeState = this.lastEventId;
    this.enteredEventId = this.emit({
      type: `${type}StateEntered`,
      shape: 'stateEntered',
      subject: name,
      value: input,
    });
  }

  /** Tells the host which way the execution takes in this state. */
  takes(place: string): void {
    this.runtime.host.onTaken?.(this.stateName, place);
  }

  /** The state is tried again at an instant. */
  beginRetry(retryAt: number): void {
    this.retryCount++;
    this.taskToken = undefined;
    this.memo = { retryAt };
    this.#forgetChildren();
    this.forgetContext();
    this.runtime.checkpoints.touch(this);
  }

  /** Leaves the state; `next` is the state that follows, none at the end. */
  exitState(output: Json, assigned: JsonObject | undefined, next: string | undefined): void {
    const { stateName, stateType } = this;
    this.emit({
      type: `${stateType}StateExited`,
      shape: 'stateExited',
      subject: stateName,
      value: output,
      more: assigned,
    });
    this.#forgetChildren();
    if (assigned) this.variables = { ...this.variables, ...assigned };
    this.rememberForRestart({ left: { next: next ?? null, output } });
    this.runtime.checkpoints.writeSoon();
  }

  snapshot(): FiberSnapshot {
    const { path, stateName, stateType, input, variables, lastEventId, enteredEventId, enteredAt, eventBeforeState } =
      this;
    const { retryCount, taskToken, memo } = this;
    return {
      ...{
        path,
        stateName,
        stateType,
        input,
        variables,
        lastEventId,
        enteredEventId,
        enteredAt,
        eventBeforeState,
        retryCount,
      },
      attempts: [...this.attempts],
      ...(taskToken !== undefined && { taskToken }),
      ...(memo && { memo }),
    };
  }

  /** Takes up where an earlier life of this fiber stood. */
  restore(snapshot: FiberSnapshot): void {
    const { stateName, stateType, input, variables, lastEventId, enteredEventId, enteredAt, eventBeforeState } =
      snapshot;
    Object.assign(this, {
      stateName,
      stateType,
      input,
      variables,
      lastEventId,
      enteredEventId,
      enteredAt,
      eventBeforeState,
    });
    this.attempts = [...snapshot.attempts];
    this.retryCount = snapshot.retryCount;
    this.taskToken = snapshot.taskToken;
    this.memo = snapshot.memo;
    this.runtime.checkpoints.touch(this);
  }

  /** The fiber has ended well. */
  finish(output: Json): void {
    this.runtime.checkpoints.finish(this, output);
  }

  /** The fibers below the state it is in are over, or begin anew. */
  #forgetChildren(): void {
    if (this.stateType === 'Parallel' || this.stateType === 'Map') this.runtime.checkpoints.forgetBelow(this.path);
  }

  /** Remembers something about the state until it is left. */
  remember(memo: JsonObject): void {
    this.memo = { ...this.memo, ...memo };
    this.runtime.checkpoints.touch(this);
  }

  /**
   * Remembers what only a later life of the execution asks for. It must be called in the same breath as the event it belongs to, so
   * that no checkpoint has the one without the other.
   */
  rememberForRestart(memo: JsonObject): void {
    if (this.runtime.checkpoints.durable) this.remember(memo);
  }

  /** Waits until an instant, or until somebody skips the wait; rejects with Cancelled when the fiber is cancelled first. */
  waitUntil(dueAt: number): Promise<void> {
    this.cancellation.throwIfCancelled();
    this.runtime.checkpoints.write();
    return new Promise((resolve, reject) => {
      const end = () => {
        cancelTimer();
        forgetWait();
        forgetCancel();
      };
      const goOn = () => {
        end();
        resolve();
      };
      const forgetCancel = this.cancellation.onCancel(() => {
        end();
        reject(new Cancelled());
      });
      const forgetWait = this.runtime.waits.begin(goOn);
      const cancelTimer = this.runtime.clock.setTimer(dueAt, goOn);
    });
  }
}
