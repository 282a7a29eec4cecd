import type { Clock } from './clock.ts';
import { sleepOn } from './sleep-on.ts';
import { TimerQueue } from './timer-queue.ts';

/** A clock that jumps from timer to timer as soon as nothing else can run. */
export interface VirtualClock extends Clock {
  /** How many timers are set. */
  readonly pending: number;
}

/** Where a virtual clock starts unless told otherwise: 2026-01-01T00:00:00Z. */
const defaultStart = Date.UTC(2026, 0, 1);

/**
 * A clock whose time advances only when nothing is runnable: every promise has settled that could, no work announced by
 * `beginWork` is under way. Timers of the same instant fire one after another in the order they were set, so several executions
 * on one clock interleave the same way every time.
 */
export function createVirtualClock({ start = defaultStart }: { readonly start?: number } = {}): VirtualClock {
  const timers = new TimerQueue();
  let now = start;
  let working = 0;
  let scheduled = false;

  // setImmediate runs after all microtasks: whatever could go on without time passing has gone on by then.
  const schedule = () => {
    if (scheduled || working > 0 || timers.size === 0) return;
    scheduled = true;
    setImmediate(advance);
  };
  const advance = () => {
    scheduled = false;
    if (working > 0) return;
    const timer = timers.take();
    if (!timer) return;
    now = Math.max(now, timer.dueAt);
    schedule();
    timer.callback();
  };

  const clock: VirtualClock = {
    get pending() {
      return timers.size;
    },
    now: () => now,
    setTimer(dueAt, callback) {
      const cancel = timers.add(dueAt, callback);
      schedule();
      return cancel;
    },
    sleep: (milliseconds, signal) => sleepOn(clock, milliseconds, signal),
    beginWork() {
      working++;
      let open = true;
      return () => {
        if (!open) return;
        open = false;
        working--;
        schedule();
      };
    },
  };
  return clock;
}
