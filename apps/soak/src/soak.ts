import fc from 'fast-check';
import { type Lane, type LaneOptions, startLane } from './lane.ts';
import { runToVerdict, ScheduleVoid } from './run-to-verdict.ts';
import { type Schedule, schedules } from './schedule.ts';
import { Tally } from './tally.ts';

export interface SoakOptions extends Pick<LaneOptions, 'aroundFunctions' | 'aroundTables'> {
  /** How many schedules are run, and no fewer unless one breaks a promise. Without a number, as many as the time allows. */
  readonly schedules?: number | undefined;
  /** For how long new schedules are begun when there is no number of them, in milliseconds. */
  readonly milliseconds?: number;
  readonly seed: number;
  /** How many worlds run schedules side by side. */
  readonly lanes: number;
  /** Which of its batches are run here: all of them unless threads share them. */
  readonly share?: SoakShare | undefined;
  /** Schedules that are run first: those that failed once. */
  readonly kept?: readonly Schedule[];
  /** Hears how far it is, now and then. */
  readonly onProgress?: (tally: Tally) => void;
}

export interface SoakShare {
  /** The number of the first batch, from 0 on, and after how many the next comes. */
  readonly first: number;
  readonly every: number;
  /** The first batch that failed elsewhere, as far as that is known: none after it is begun. */
  readonly failedElsewhere: () => number;
}

export interface SoakResult {
  readonly tally: Tally;
  /** The first batch that failed; infinite when none did. */
  readonly failedBatch: number;
  /** The smallest schedule found that breaks a promise, with what it breaks; undefined when all are kept. */
  readonly failure: string | undefined;
}

/** How many schedules are drawn from one seed. */
const perSeed = 25;

/**
 * Runs random schedules until their number or the time is spent, or one breaks a promise. The same seed draws the same
 * schedules, and each ends the same on any machine: time is virtual, and the seed also draws who goes first where several
 * may. With a number of schedules the result is the same, too; with a time it says how many were run. A schedule in which a
 * limit of this machine's time passed is void: it is counted as such and run again.
 *
 * @throws ScheduleVoid when one is void however often it is run
 */
export async function soak(options: SoakOptions): Promise<SoakResult> {
  const {
    seed,
    schedules: most = Number.POSITIVE_INFINITY,
    share = { first: 0, every: 1, failedElsewhere: () => Number.POSITIVE_INFINITY },
    kept = [],
    onProgress,
    aroundFunctions,
    aroundTables,
  } = options;
  const until = performance.now() + (options.milliseconds ?? Number.POSITIVE_INFINITY);
  const tally = new Tally();
  const lanes: Lane[] = [];
  for (let lane = 0; lane < options.lanes; lane++)
    lanes.push(await startLane({ onStrike: (fault) => tally.strike(fault), aroundFunctions, aroundTables }));
  let next = share.first;
  // By batch: whatever comes before one that failed is run to its end, so the first that fails is the same on any machine.
  const failures = new Map<number, string>();
  const failedBatch = () => Math.min(...failures.keys());
  const isLeft = (batch: number) =>
    batch * perSeed < most && batch < Math.min(failedBatch(), share.failedElsewhere()) && performance.now() < until;

  let voided: ScheduleVoid | undefined;
  const notJudged = (problem: unknown) => {
    if (!(problem instanceof ScheduleVoid)) throw problem;
    voided = problem;
  };

  async function work(lane: Lane): Promise<void> {
    while (!voided && isLeft(next)) {
      const batch = next;
      next += share.every;
      const numRuns = Math.min(perSeed, most - batch * perSeed);
      const examples: [Schedule][] = batch === 0 ? kept.map((schedule) => [schedule]) : [];
      const details = await fc.check(
        fc.asyncProperty(schedules, async (schedule) => {
          // Without a verdict there is nothing that a smaller schedule could show.
          if (voided) return;
          const run = await runToVerdict(lane, schedule, () => tally.counts.void++).catch(notJudged);
          if (!run) return;
          tally.add(run);
          onProgress?.(tally);
          if (run.violations.length > 0) throw new Error(run.violations.join('\n'));
        }),
        {
          ...{ seed: seed + batch, numRuns, examples },
          ...(Number.isFinite(until) && { interruptAfterTimeLimit: Math.max(1, until - performance.now()) }),
        },
      );
      if (details.failed && !details.interrupted)
        failures.set(batch, `${fc.defaultReportMessage(details)}\n\n${details.errorInstance}`);
    }
  }
  try {
    await Promise.all(lanes.map(work));
  } finally {
    await Promise.all(lanes.map((lane) => lane.close()));
  }
  if (voided) throw voided;
  return { tally, failedBatch: failedBatch(), failure: failures.get(failedBatch()) };
}
