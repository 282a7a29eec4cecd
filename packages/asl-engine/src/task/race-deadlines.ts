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
  readonly heartbeatSeconds: number | undefined;
}

/** What a task does while it runs; `heartbeat` starts the heartbeat's time anew. */
export type TaskWork = (settle: (outcome: TaskOutcome) => void, heartbeat: () => void) => (() => void) | undefined;

/**
 * Runs a task's work until it settles, misses a deadline, or its fiber is cancelled; then calls what the work returned, to clean
 * up. Rejects with Cancelled only.
 */
export function raceDeadlines(
  fiber: Fiber,
  { timeoutAt, heartbeatSeconds }: Deadlines,
  work: TaskWork,
): Promise<TaskOutcome> {
  fiber.cancellation.throwIfCancelled();
  return new Promise((resolve, reject) => {
    const { clock } = fiber.runtime;
    let open = true;
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
    const forget = fiber.cancellation.onCancel(() => {
      close();
      reject(new Cancelled());
    });
    if (timeoutAt !== undefined)
      stopTimeout = clock.setTimer(timeoutAt, () => settle({ kind: 'timedOut', heartbeat: false }));
    heartbeat();
    cleanUp = work(settle, heartbeat);
    // A work that settles at once has returned how to clean up too late for `close`.
    if (!open) cleanUp?.();
  });
}
