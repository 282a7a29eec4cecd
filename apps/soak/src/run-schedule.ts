import { createMemoryJournal, type ExecutionResult, type HistoryEvent } from '@order-workflow/asl-engine';
import { replayNotices } from '@order-workflow/local';
import { parseInjectedFault } from '@order-workflow/simulators';
import { attemptsOf } from './attempts.ts';
import { checkClaim } from './check-claim.ts';
import { checkEnding } from './check-order.ts';
import type { EndedOrder } from './ended-order.ts';
import { faultTargets } from './fault-targets.ts';
import { type JudgedOrder, judgeRun } from './judge-run.ts';
import type { Lane } from './lane.ts';
import { beginLife, ended, type Life } from './life.ts';
import { mayFailAt } from './may-fail-at.ts';
import { beginOrder, type OrderRun, type SentMessage, takeMessage } from './order-run.ts';
import type { Event, Schedule } from './schedule.ts';
import { latestLandingMs, longestLagMs } from './world.ts';

/** What came of a schedule. */
export interface ScheduleRun {
  /** What should never be, in words; none when all is well. */
  readonly violations: readonly string[];
  readonly histories: readonly (readonly HistoryEvent[])[];
  readonly executions: number;
  /** Attempts at orders beyond the first. */
  readonly laterAttempts: number;
  readonly duplicates: number;
  readonly crashes: number;
  readonly redrives: number;
}

/** When every schedule begins, whatever the day is: a Thursday before a weekend. */
const beginning = Date.UTC(2026, 0, 8, 16);
const dayMs = 25 * 3600 * 1000;
/** Long enough for everything that was to happen late, and for whoever reads it. */
const afterwardsMs = latestLandingMs + longestLagMs;
/** Step Functions redrives what failed within 14 days; a person comes a day before that, whatever else is still tried then. */
const redrivableMs = 13 * 24 * 3600 * 1000;
/** How often a person comes back to what fails although everything was repaired. */
const mostVisits = 3;

/** Runs a schedule to its end, repairs what a person must repair, and holds the ledgers to what was promised. */
export async function runSchedule(lane: Lane, schedule: Schedule): Promise<ScheduleRun> {
  await lane.clear(schedule);
  lane.platform.switchboard.set(schedule.faults.map((text) => parseInjectedFault(text, faultTargets)));
  const run = new Run(lane, schedule);
  await run.toTheEnd();
  if (schedule.hastyRedrive) await run.redriveFailed();
  lane.platform.switchboard.clear();
  for (let visit = 0; visit < mostVisits && run.failed().length > 0; visit++) {
    if (visit > 0) lane.skip(afterwardsMs);
    await run.redriveFailed();
  }
  await replayNotices(lane.platform);
  await run.settled();
  lane.skip(afterwardsMs);
  return run.report();
}

class Run {
  readonly #lane: Lane;
  readonly #schedule: Schedule;
  readonly #journal = createMemoryJournal();
  readonly #orders: readonly OrderRun[];
  readonly #violations: string[] = [];
  #pending: readonly Event[];
  #life: Life;
  readonly #lives: Life[] = [];
  #invocations = 0;
  #crashes = 0;
  #redrives = 0;

  constructor(lane: Lane, schedule: Schedule) {
    this.#lane = lane;
    this.#schedule = schedule;
    this.#pending = schedule.events;
    this.#orders = schedule.orders.map(beginOrder);
    this.#life = this.#begin(beginning, new Set());
  }

  /** Sends what is to be sent and goes on, whatever crashes, until every execution has ended. */
  async toTheEnd(): Promise<void> {
    for (const order of this.#orders) if (order.waiting.has(0)) this.#send(order, 0);
    await this.#quiet();
    for (const order of this.#orders) for (const index of order.waiting) await this.#sendInQuiet(order, index);
    const mayFail = mayFailAt(this.#lane.platform.assembly);
    for (const ending of this.#endings()) this.#violations.push(...checkEnding(ending, mayFail));
  }

  failed(): readonly string[] {
    return this.#endings().flatMap(({ name, result }) => (result.status === 'SUCCEEDED' ? [] : [name]));
  }

  async redriveFailed(): Promise<void> {
    const { redrives } = this.#schedule;
    // Whoever stopped an execution has it redriven, and does not stop it again.
    this.#pending = this.#pending.filter(({ what }) => what !== 'stopped');
    const failed = this.failed();
    for (const name of redrives === 'newest-first' ? failed.toReversed() : failed) {
      // What was redriven meanwhile has gone on.
      if (this.failed().includes(name)) this.#redrive(name);
      if (redrives !== 'together') await this.#quiet();
    }
    await this.toTheEnd();
  }

  /** Waits until nothing is under way any more, also of earlier lives: it would meet the next schedule. */
  async settled(): Promise<void> {
    await Promise.allSettled(this.#lives.flatMap(({ orphans }) => [...orphans]));
  }

  async report(): Promise<ScheduleRun> {
    const { faults, events } = this.#schedule;
    const undisturbed = faults.length === 0 && events.every(({ what }) => harmless.has(what));
    const judged = this.#orders.map(
      (order): JudgedOrder => ({ orderId: order.orderId, ended: order.sent.flatMap((one) => this.#endingOf(one)) }),
    );
    const violations = [...this.#violations, ...(await judgeRun(this.#lane, judged, undisturbed))];
    const all = judged.flatMap(({ ended }) => ended);
    return {
      violations,
      histories: all.map(({ history }) => history),
      executions: all.length,
      laterAttempts: judged.reduce((sum, { ended }) => sum + Math.max(0, attemptsOf(ended).length - 1), 0),
      duplicates: all.filter(({ result }) => outcomeOf(result) === 'duplicate').length,
      crashes: this.#crashes,
      redrives: this.#redrives,
    };
  }

  /** Sends a message that meets nobody at work, and holds the workflow to the rule of one owner. */
  async #sendInQuiet(order: OrderRun, index: number): Promise<void> {
    const before = order.sent.flatMap((one) => this.#endingOf(one));
    const message = this.#send(order, index);
    await this.#quiet();
    const [ending] = this.#endingOf(message);
    // Another may have come while this one was at work.
    const cameAlone = order.sent.at(-1) === message;
    if (ending && cameAlone) this.#violations.push(...checkClaim(before, ending));
  }

  async #quiet(): Promise<void> {
    while ((await ended(this.#life)) === 'crashed')
      this.#life = this.#begin(this.#life.clock.now(), this.#life.orphans);
  }

  #send(order: OrderRun, index: number): SentMessage {
    const message = takeMessage(order, index);
    this.#life.executions.start(message.name, message.order);
    return message;
  }

  #redrive(name: string): void {
    this.#redrives++;
    this.#life.executions.redrive(name);
  }

  #redriveInTime(now: number): void {
    for (const { name, result } of this.#endings())
      if (result.status !== 'SUCCEEDED' && now - result.stopDate.getTime() > redrivableMs) this.#redrive(name);
  }

  #endings(): readonly EndedOrder[] {
    return this.#orders.flatMap(({ sent }) => sent.flatMap((one) => this.#endingOf(one)));
  }

  /** None while it runs. */
  #endingOf({ name, order }: SentMessage): readonly EndedOrder[] {
    const result = this.#life.executions.resultOf(name);
    const { executions } = this.#life;
    if (!result) return [];
    // Made when it is asked for: most who ask how an execution ended do not ask what happened in it.
    return [
      {
        order,
        name,
        result,
        get history() {
          return executions.history(name);
        },
      },
    ];
  }

  #begin(at: number, orphans: Life['orphans']): Life {
    const { platform } = this.#lane;
    const life = beginLife({
      ...{ platform, journal: this.#journal, seed: this.#schedule.seed, start: at, orphans },
      onInvocation: (under, moment) => this.#disturb(under, moment),
    });
    this.#lives.push(life);
    this.#lane.setClock(life.clock);
    return life;
  }

  #disturb(life: Life, moment: 'before' | 'after'): void {
    if (moment === 'before') {
      this.#invocations++;
      if (life.clock.now() - beginning > redrivableMs) this.#redriveInTime(life.clock.now());
      for (const order of this.#orders)
        for (const index of order.waiting)
          if ((order.plan.messages[index]?.at ?? 0) <= this.#invocations) this.#send(order, index);
    }
    const due = this.#pending.filter(
      ({ at, what }) => at <= this.#invocations && (what === 'crash-after') === (moment === 'after'),
    );
    if (due.length === 0) return;
    this.#pending = this.#pending.filter((event) => !due.includes(event));
    for (const { what } of due) this.#happen(what, life);
  }

  #happen(what: Event['what'], life: Life): void {
    const sent = this.#orders.flatMap((order) => order.sent);
    switch (what) {
      case 'crash-before':
      case 'crash-after':
        this.#crashes++;
        life.crash();
        // Whoever waits for an answer that never comes gives up.
        for (const { name } of sent) life.executions.stop(name);
        return;
      case 'day-passes':
        this.#lane.skip(dayMs);
        return;
      case 'parcels-leave':
        this.#lane.world.carrier.ledger.depart();
        return;
      case 'stopped':
        for (const { name } of sent) life.executions.stop(name);
        return;
      case 'same-again':
        for (const { name, order } of sent) life.executions.start(name, order);
        return;
      case 'redriven':
        for (const name of this.failed()) this.#redrive(name);
    }
  }
}

/** What may happen without an order's going another way. */
const harmless: ReadonlySet<Event['what']> = new Set(['day-passes', 'parcels-leave', 'same-again', 'redriven']);

function outcomeOf({ output }: ExecutionResult): unknown {
  return (output as { readonly outcome?: unknown } | undefined)?.outcome;
}
