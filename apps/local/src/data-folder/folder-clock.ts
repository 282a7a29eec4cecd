import { type Clock, createVirtualClock, type ExecutionSummary, realClock } from '@order-workflow/asl-engine';

/**
 * The clock of a data folder. Time never goes back in it: where waits passed at once before, the folder is ahead of the
 * machine and stays so.
 */
export function folderClock(executions: readonly ExecutionSummary[], fastForward: boolean): Clock {
  const latest = executions.reduce((time, { startedAt, end }) => Math.max(time, end?.stoppedAt ?? startedAt), 0);
  const ahead = Math.max(0, latest - Date.now());
  if (fastForward) return createVirtualClock({ start: Date.now() + ahead });
  return ahead === 0 ? realClock : clockAhead(ahead);
}

/** The machine's clock, so many milliseconds ahead. */
function clockAhead(ahead: number): Clock {
  return {
    now: () => realClock.now() + ahead,
    setTimer: (dueAt, callback) => realClock.setTimer(dueAt - ahead, callback),
    sleep: (milliseconds, signal) => realClock.sleep(milliseconds, signal),
    beginWork: () => realClock.beginWork(),
  };
}
