import fc from 'fast-check';
import { type Lane, startLane } from './lane.ts';
import { runSchedule } from './run-schedule.ts';
import { type Schedule, schedules } from './schedule.ts';
import { Tally } from './tally.ts';

export interface SoakOptions {
  /** How long new schedules are begun, in milliseconds. */
  readonly milliseconds: number;
  /** How many schedules at most. */
  readonly most: number;
  readonly seed: number;
  /** How many worlds run schedules side by side. */
  readonly lanes: number;
  /** Schedules that are run first: those that failed once. */
  readonly kept?: readonly Schedule[];
  /** Hears how far it is, now and then. */
  readonly onProgress?: (tally: Tally) => void;
}

export interface SoakResult {
  readonly tally: Tally;
  /** The smallest schedule found that breaks a promise, with what it breaks; undefined when all are kept. */
  readonly failure: string | undefined;
}

/** How many schedules are drawn from one seed. */
const perSeed = 25;

/**
 * Runs random schedules until the time or their number is spent, or one breaks a promise. The same seed draws the same
 * schedules. Timing between processes is real, so a rare race may need several runs to come again.
 */
export async function soak(options: SoakOptions): Promise<SoakResult> {
  const { seed, most, milliseconds, kept = [], onProgress } = options;
  const until = performance.now() + milliseconds;
  let tally: Tally | undefined;
  const lanes: Lane[] = [];
  for (let lane = 0; lane < options.lanes; lane++) lanes.push(await startLane((fault) => tally?.strike(fault)));
  const figures = new Tally(lanes[0]?.platform.assembly.stateMachine.definition ?? '{"States":{}}');
  tally = figures;
  let begun = 0;
  let batches = 0;
  let failure: string | undefined;

  async function work(lane: Lane): Promise<void> {
    while (failure === undefined && begun < most && performance.now() < until) {
      const numRuns = Math.min(perSeed, most - begun);
      begun += numRuns;
      const batch = batches++;
      const examples: [Schedule][] = batch === 0 ? kept.map((schedule) => [schedule]) : [];
      const details = await fc.check(
        fc.asyncProperty(schedules, async (schedule) => {
          const run = await runSchedule(lane, schedule);
          figures.add(run);
          onProgress?.(figures);
          if (run.violations.length > 0) throw new Error(run.violations.join('\n'));
        }),
        { seed: seed + batch, numRuns, examples, interruptAfterTimeLimit: Math.max(1, until - performance.now()) },
      );
      if (details.failed && !details.interrupted)
        failure ??= `${fc.defaultReportMessage(details)}\n\n${details.errorInstance}`;
    }
  }
  try {
    await Promise.all(lanes.map(work));
  } finally {
    await Promise.all(lanes.map((lane) => lane.close()));
  }
  return { tally: figures, failure };
}
