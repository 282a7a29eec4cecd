import type { Lane } from './lane.ts';
import { runSchedule, type ScheduleRun } from './run-schedule.ts';
import type { Schedule } from './schedule.ts';

/** A schedule came to no verdict, however often it was run: its violations, if it had any, say nothing of the workflow. */
export class ScheduleVoid extends Error {
  override readonly name = 'ScheduleVoid';
}

/** A machine is now and then too slow; a function that hangs always is. */
const mostRuns = 3;

/**
 * Runs a schedule, and again when it was void: when a limit of this machine's time passed that nobody injected, what came of it
 * depends on the machine. `onVoid` hears of each such run.
 *
 * @throws ScheduleVoid when it is void three times
 */
export async function runToVerdict(lane: Lane, schedule: Schedule, onVoid: () => void): Promise<ScheduleRun> {
  for (let runs = 1; ; runs++) {
    const run = await runSchedule(lane, schedule);
    const [limit] = lane.limitsPassed;
    if (limit === undefined) return run;
    onVoid();
    if (runs === mostRuns)
      throw new ScheduleVoid(`a schedule was void ${runs} times (${limit}): a function hangs, or this machine`);
  }
}
