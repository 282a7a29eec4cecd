import {
  type Clock,
  createVirtualClock,
  type ExecutionJournal,
  readExecution,
  realClock,
} from '@order-workflow/asl-engine';

/**
 * The clock of a data folder. Time never goes back in it: where waits passed at once before, the folder is ahead of the
 * machine and stays so.
 */
export function folderClock(journal: ExecutionJournal, fastForward: boolean): Clock {
  const ahead = Math.max(0, latestInstant(journal) - Date.now());
  if (fastForward) return createVirtualClock({ start: Date.now() + ahead });
  return ahead === 0 ? realClock : clockAhead(ahead);
}

/** When the last thing happened to an execution in the journal, in epoch milliseconds; 0 in an empty one. */
function latestInstant(journal: ExecutionJournal): number {
  const ended = journal.list().map(({ startedAt, end }) => end?.stoppedAt ?? startedAt);
  // One that was interrupted has come further than its start.
  const underWay = journal
    .running()
    .map((arn) => readExecution(journal, arn)?.history().at(-1)?.timestamp.getTime() ?? 0);
  return [...ended, ...underWay].reduce((latest, instant) => Math.max(latest, instant), 0);
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

/**
 * The time of the gateway and the carrier: the workflow's own, but never before the machine's. Functions date what they do
 * by the machine, and a virtual clock falls behind it while they work.
 */
export function worldClock(workflow: Pick<Clock, 'now'>): Pick<Clock, 'now'> {
  return { now: () => Math.max(workflow.now(), Date.now()) };
}
