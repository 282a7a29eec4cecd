import { Cancelled } from '../execution/cancellation.ts';
import type { Fiber } from '../execution/fiber.ts';
import type { Json } from '../json/json.ts';

/** How one attempt of a task ended. */
export type TaskOutcome =
  | { readonly kind: 'succeeded'; readonly output: Json }
  | { readonly kind: 'failed'; readonly error: string | undefined; readonly cause: string | undefined }
  | { readonly kind: 'timedOut' /** True when a heartbeat was missed. */; readonly heartbeat: boolean };

/** The instants by which a task must have ended or given a sign of life, in epoch milliseconds. */
export interface Deadlines {
  readonly timeoutAt: number | undefined;
  /** How long it has when its time-out begins anew. */
  readonly timeoutSeconds: number | undefined;
  readonly heartbeatSeconds: number | undefined;
}

/** A task under way, as what it does sees it. */
export interface RunningTask {
  readonly settle: (outcome: TaskOutcome) => void;
  /** Starts the heartbeat's time anew. */
  readonly heartbeat: () => void;
  /** Stops the time-out until what it gives is called. */
  readonly holdTimeout: () => () => void;
}

/** What a task does while it runs; gives how to clean up after it. */
export type TaskWork = (task: RunningTask) => (() => void) | undefined;

/**
 * Runs a task's work until it settles, misses a deadline, or its fiber is cancelled; then calls what the work returned, to clean
 * up. Rejects with Cancelled only.
 */
export function raceDeadlines(fiber: Fiber, deadlines: Deadlines, work: TaskWork): Promise<TaskOutcome> {
  fiber.cancellation.throwIfCancelled();
  return new Promise((resolve, reject) => new Race(fiber, deadlines, resolve, reject).run(work));
}

class Race implements RunningTask {
  readonly #fiber: Fiber;
  readonly #deadlines: Deadlines;
  readonly #resolve: (outcome: TaskOutcome) => void;
  readonly #forget: () => void;
  #open = true;
  #holds = 0;
  #cleanUp: (() => void) | undefined;
  #stopTimeout: (() => void) | undefined;
  #stopHeartbeat: (() => void) | undefined;

  constructor(
    fiber: Fiber,
    deadlines: Deadlines,
    resolve: (outcome: TaskOutcome) => void,
    reject: (reason: Cancelled) => void,
  ) {
    this.#fiber = fiber;
    this.#deadlines = deadlines;
    this.#resolve = resolve;
    this.#forget = fiber.cancellation.onCancel(() => {
      this.#close();
      reject(new Cancelled());
    });
  }

  run(work: TaskWork): void {
    if (this.#deadlines.timeoutAt !== undefined) this.#limit(this.#deadlines.timeoutAt);
    this.heartbeat();
    this.#cleanUp = work(this);
    // A work that settles at once has returned how to clean up too late for `close`.
    if (!this.#open) this.#cleanUp?.();
  }

  settle(outcome: TaskOutcome): void {
    if (!this.#open) return;
    this.#close();
    this.#resolve(outcome);
  }

  heartbeat(): void {
    const { heartbeatSeconds } = this.#deadlines;
    if (heartbeatSeconds === undefined || !this.#open) return;
    const { clock } = this.#fiber.runtime;
    this.#stopHeartbeat?.();
    this.#stopHeartbeat = clock.setTimer(clock.now() + heartbeatSeconds * 1000, () =>
      this.settle({ kind: 'timedOut', heartbeat: true }),
    );
  }

  holdTimeout(): () => void {
    const { timeoutSeconds } = this.#deadlines;
    const { clock } = this.#fiber.runtime;
    this.#holds++;
    this.#stopTimeout?.();
    let held = true;
    return () => {
      if (!held) return;
      held = false;
      if (--this.#holds === 0 && this.#open && timeoutSeconds !== undefined)
        this.#limit(clock.now() + timeoutSeconds * 1000);
    };
  }

  #limit(instant: number): void {
    this.#stopTimeout = this.#fiber.runtime.clock.setTimer(instant, () =>
      this.settle({ kind: 'timedOut', heartbeat: false }),
    );
  }

  #close(): void {
    this.#open = false;
    this.#forget();
    this.#stopTimeout?.();
    this.#stopHeartbeat?.();
    this.#cleanUp?.();
  }
}
