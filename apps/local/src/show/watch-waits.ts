import type { Clock, HistoryEvent } from '@order-workflow/asl-engine';

/** Sees how long an execution waits before it tries a state again: its history does not tell. */
export interface WaitWatch {
  /** The clock to give to the execution. */
  readonly clock: Clock;
  /** To be told of every event as it happens. */
  readonly onEvent: (event: HistoryEvent) => void;
}

/** Calls back with the milliseconds of each wait that follows a failure. */
export function watchWaits(clock: Clock, onWait: (milliseconds: number) => void): WaitWatch {
  let failed = false;
  return {
    onEvent({ type }) {
      failed = /(Failed|TimedOut)$/.test(type) && !type.startsWith('Execution');
    },
    clock: {
      now: () => clock.now(),
      beginWork: () => clock.beginWork(),
      sleep: (milliseconds, signal) => clock.sleep(milliseconds, signal),
      setTimer(dueAt, callback) {
        if (failed) onWait(Math.max(0, dueAt - clock.now()));
        failed = false;
        return clock.setTimer(dueAt, callback);
      },
    },
  };
}
