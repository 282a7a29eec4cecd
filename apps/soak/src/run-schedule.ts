import type { HistoryEvent } from '@order-workflow/asl-engine';
import { replayNotices } from '@order-workflow/local';
import { parseInjectedFault } from '@order-workflow/simulators';
import { attemptsOf } from './attempts.ts';
import { checkAllEnded } from './check-ended.ts';
import { leftRecordOf } from './ended-order.ts';
import { faultTargets } from './fault-lists.ts';
import type { MachineName } from './function-states.ts';
import { judgeRun } from './judge-run.ts';
import type { Lane } from './lane.ts';
import { Run } from './run.ts';
import type { Event, Schedule } from './schedule.ts';
import { wasShortOfStock } from './stock/check-stock.ts';
import { latestLandingMs, longestLagMs } from './world.ts';

/** What came of a schedule. */
export interface ScheduleRun {
  /** What should never be, in words; none when all is well. */
  readonly violations: readonly string[];
  /** Of the executions of each machine. */
  readonly histories: Readonly<Record<MachineName, readonly (readonly HistoryEvent[])[]>>;
  readonly executions: number;
  /** Attempts at orders beyond the first. */
  readonly laterAttempts: number;
  readonly duplicates: number;
  readonly cancellations: number;
  /** Attempts that ended so, and those of which the parcel stood. */
  readonly cancelled: number;
  readonly notCancelled: number;
  /** Attempts that were turned away since there was less in stock. */
  readonly turnedAway: number;
  readonly crashes: number;
  /** Crashes that took with them what was not durable. */
  readonly powerCuts: number;
  readonly redrives: number;
}

/** Long enough for everything that was to happen late, and for whoever reads it. */
const afterwardsMs = latestLandingMs + longestLagMs;
/** How often a person comes back to what fails although everything was repaired. */
const mostVisits = 3;

/** Runs a schedule to its end, repairs what a person must repair, and holds the ledgers to what was promised. */
export async function runSchedule(lane: Lane, schedule: Schedule): Promise<ScheduleRun> {
  await lane.clear(schedule);
  lane.platform.switchboard.set(schedule.faults.map((text) => parseInjectedFault(text, faultTargets)));
  const run = new Run(lane, schedule);
  await run.toTheEnd();
  if (schedule.hastyRedrive) await run.redriveFailed();
  run.repair();
  await redriveAll(lane, run);
  for (const during of ['redriving', 'given-up'] as const) await run.cancelInQuiet(during);
  // What a stopped execution had at work may end its order: then nobody puts off its redrive for a cancellation.
  await run.settled();
  await redriveAll(lane, run);
  await replayNotices(lane.platform);
  await run.longAfter();
  await redriveAll(lane, run);
  await run.settled();
  lane.skip(afterwardsMs);
  return report(lane, schedule, run);
}

async function redriveAll(lane: Lane, run: Run): Promise<void> {
  for (let visit = 0; visit < mostVisits && run.failed().length > 0; visit++) {
    if (visit > 0) lane.skip(afterwardsMs);
    await run.redriveFailed();
  }
}

async function report(lane: Lane, schedule: Schedule, run: Run): Promise<ScheduleRun> {
  const { faults, ambushes, stopFaults, events, powerCuts = [] } = schedule;
  const undisturbed =
    [faults, ambushes, stopFaults, powerCuts].every(({ length }) => length === 0) &&
    events.every(({ what }) => harmless.has(what));
  const judged = run.orders.map((order) => ({
    orderId: order.orderId,
    ...run.standingOf(order),
    undisturbed: undisturbed && order.cancellations.length === 0,
  }));
  const violations = [
    ...run.violations,
    ...run.orders.flatMap((order) => checkAllEnded(order, run.standingOf(order))),
    ...(await judgeRun(lane, judged, schedule)),
  ];
  const all = judged.flatMap(({ ended }) => ended);
  const cancellations = judged.flatMap((order) => order.cancellations);
  const attempts = judged.map((order) => attemptsOf(order.ended, order.cancellations));
  const taken = attempts.flat().filter(({ takenOver }) => takenOver !== undefined);
  const ending = (outcome: string) => taken.filter(({ record }) => record.outcome === outcome).length;
  return {
    violations,
    histories: {
      orders: all.map(({ history }) => history),
      cancellations: cancellations.map(({ history }) => history),
    },
    executions: all.length,
    laterAttempts: attempts.reduce((sum, { length }) => sum + Math.max(0, length - 1), 0),
    duplicates: all.filter((one) => leftRecordOf(one).outcome === 'duplicate').length,
    cancellations: cancellations.length,
    cancelled: ending('cancelled'),
    notCancelled: ending('fulfilled'),
    turnedAway: attempts.flat().filter(({ record }) => wasShortOfStock(record)).length,
    crashes: run.crashes,
    powerCuts: run.powerCuts,
    redrives: run.redrives,
  };
}

/** What may happen without an order's going another way. */
const harmless: ReadonlySet<Event['what']> = new Set(['day-passes', 'parcels-leave', 'same-again', 'redriven']);
