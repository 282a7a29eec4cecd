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

/**
 * What a task does while it runs; `heartbeat` starts the heartbeat's time anew, `holdTimeout` stops the time-out until what it gives
 * is called.
 */
export type TaskWork = (
  settle: (outcome: TaskOutcome) => void,
  heartbeat: () => void,
  holdTimeout: () => () => void,
) => (() => void) | undefined;

/**
 * Runs a task's work until it settles, misses a deadline, or its fiber is cancelled; then calls what the work returned, to clean
 * up. Rejects with Cancelled only.
 */
export function raceDeadlines(
  fiber: Fiber,
  { timeoutAt, timeoutSeconds, heartbeatSeconds }: Deadlines,
  work: TaskWork,
): Promise<TaskOutcome> {
  fiber.cancellation.throwIfCancelled();
  return new Promise((resolve, reject) => {
    const { clock } = fiber.runtime;
    let open = true;
    let holds = 0;
    let cleanUp: (() => void) | undefined;
    let stopTimeout: (() => void) | undefined;
    let stopHeartbeat: (() => void) | undefined;
    const close = () => {
      open = false;
      forget();
      stopTimeout?.();
      stopHeartbeat?.();
      cleanUp?.();
    };
    const settle = (outcome: TaskOutcome) => {
      if (!open) return;
      close();
      resolve(outcome);
    };
    const heartbeat = () => {
      if (heartbeatSeconds === undefined || !open) return;
      stopHeartbeat?.();
      stopHeartbeat = clock.setTimer(clock.now() + heartbeatSeconds * 1000, () =>
        settle({ kind: 'timedOut', heartbeat: true }),
      );
    };
    const limit = (instant: number) => {
      stopTimeout = clock.setTimer(instant, () => settle({ kind: 'timedOut', heartbeat: false }));
    };
    const holdTimeout = () => {
      holds++;
      stopTimeout?.();
      let held = true;
      return () => {
        if (!held) return;
        held = false;
        if (--holds === 0 && open && timeoutSeconds !== undefined) limit(clock.now() + timeoutSeconds * 1000);
      };
    };
    const forget = fiber.cancellation.onCancel(() => {
      close();
      reject(new Cancelled());
    });
    if (timeoutAt !== undefined) limit(timeoutAt);
    heartbeat();
    cleanUp = work(settle, heartbeat, holdTimeout);
    // A work that settles at once has returned how to clean up too late for `close`.
    if (!open) cleanUp?.();
  });
}
