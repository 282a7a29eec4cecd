import { createMemoryJournal, type ExecutionResult, type HistoryEvent } from '@order-workflow/asl-engine';
import { ExecutionAlreadyExists, type PlacedOrder, replayNotices } from '@order-workflow/local';
import type { Order } from '@order-workflow/order-domain';
import { parseFault } from '@order-workflow/simulators';
import { checkEnding, checkForeignCharges, checkLedgers, type EndedOrder } from './check-order.ts';
import { checkSent, type ToldEnd } from './check-sent.ts';
import { faultTargets } from './fault-targets.ts';
import type { Lane } from './lane.ts';
import { beginLife, ended, type Life } from './life.ts';
import { orderOf } from './order-case.ts';
import type { Event, Schedule } from './schedule.ts';

/** What came of a schedule. */
export interface ScheduleRun {
  /** What should never be, in words; none when all is well. */
  readonly violations: readonly string[];
  readonly histories: readonly (readonly HistoryEvent[])[];
  readonly executions: number;
  readonly crashes: number;
  readonly redrives: number;
}

/** When every schedule begins, whatever the day is: a Thursday before a weekend. */
const beginning = Date.UTC(2026, 0, 8, 16);
const dayMs = 25 * 3600 * 1000;
/** Long enough for everything that was to happen late. */
const afterwardsMs = 3600 * 1000;

/** Runs a schedule to its end, repairs what a person must repair, and holds the ledgers to what was promised. */
export async function runSchedule(lane: Lane, schedule: Schedule): Promise<ScheduleRun> {
  lane.clear(schedule.seed);
  lane.platform.switchboard.set(schedule.faults.map((text) => parseFault(text, faultTargets)));
  const run = new Run(lane, schedule);
  await run.toTheEnd();
  if (schedule.hastyRedrive) await run.redriveFailed();
  lane.platform.switchboard.clear();
  await run.redriveFailed();
  await replayNotices(lane.platform);
  await run.settled();
  lane.skip(afterwardsMs);
  return run.report();
}

class Run {
  readonly #lane: Lane;
  readonly #seed: number;
  readonly #journal = createMemoryJournal();
  readonly #orders: readonly { readonly order: Order; readonly case: Schedule['orders'][number] }[];
  readonly #violations: string[] = [];
  #pending: readonly Event[];
  #life: Life;
  readonly #lives: Life[] = [];
  #placed: readonly PlacedOrder[] = [];
  #results: readonly ExecutionResult[] = [];
  #invocations = 0;
  #crashes = 0;
  #redrives = 0;

  constructor(lane: Lane, { orders, events, seed }: Schedule) {
    this.#lane = lane;
    this.#seed = seed;
    this.#pending = events;
    this.#orders = orders.map((one, index) => ({ case: one, order: orderOf(one, `o${index + 1}`) }));
    this.#life = this.#begin(beginning, new Set());
  }

  /** Places the orders and goes on, whatever crashes, until every execution has ended. */
  async toTheEnd(): Promise<void> {
    for (;;) {
      this.#placed = this.#orders.map(({ order }) => this.#life.workflow.place(order));
      const results = await ended(
        this.#life,
        this.#placed.map(({ execution }) => execution),
      );
      if (results === 'crashed') {
        this.#life = this.#begin(this.#life.clock.now(), this.#life.orphans);
        continue;
      }
      this.#results = results;
      for (const ending of this.#endings()) this.#violations.push(...checkEnding(ending));
      return;
    }
  }

  async redriveFailed(): Promise<void> {
    const failed = this.#endings().filter(({ result }) => result.status !== 'SUCCEEDED');
    if (failed.length === 0) return;
    // Whoever stopped an execution has it redriven, and does not stop it again.
    this.#pending = this.#pending.filter(({ what }) => what !== 'stopped');
    this.#redrives += failed.length;
    for (const { name } of failed) this.#life.workflow.redrive(name);
    await this.toTheEnd();
  }

  /** Waits until nothing is under way any more, also of earlier lives: it would meet the next schedule. */
  async settled(): Promise<void> {
    await Promise.allSettled(this.#lives.flatMap(({ orphans }) => [...orphans]));
  }

  report(): ScheduleRun {
    const { platform, world, messages, calls } = this.#lane;
    for (const ending of this.#endings()) {
      const { order, result } = ending;
      if (result.status !== 'SUCCEEDED')
        this.#violations.push(`${order.orderId}: ${result.status} (${result.error}) although everything was repaired`);
      this.#violations.push(...checkLedgers(ending, world, messages));
      const notices = messages.published().filter(({ attributes }) => attributes['orderId'] === order.orderId);
      this.#violations.push(...checkSent(order, { calls, notices }, (result.output ?? {}) as ToldEnd));
    }
    this.#violations.push(...checkForeignCharges(world.gateway, this.#orders));
    if (platform.messages.parked().length > 0) this.#violations.push('a notice still waits');
    return {
      violations: this.#violations,
      histories: this.#placed.map(({ execution }) => execution.history()),
      executions: this.#orders.length,
      crashes: this.#crashes,
      redrives: this.#redrives,
    };
  }

  #endings(): readonly EndedOrder[] {
    return this.#orders.map((one, index) => {
      const { name, execution } = this.#placed[index] as PlacedOrder;
      return { ...one, name, history: execution.history(), result: this.#results[index] as ExecutionResult };
    });
  }

  #begin(at: number, orphans: Life['orphans']): Life {
    const { platform } = this.#lane;
    const life = beginLife({
      ...{ platform, journal: this.#journal, seed: this.#seed, start: at, orphans },
      onInvocation: (under, moment) => this.#disturb(under, moment),
    });
    this.#lives.push(life);
    this.#lane.setClock(life.clock);
    return life;
  }

  #disturb(life: Life, moment: 'before' | 'after'): void {
    if (moment === 'before') this.#invocations++;
    const due = this.#pending.filter(
      ({ at, what }) => at <= this.#invocations && (what === 'crash-after') === (moment === 'after'),
    );
    if (due.length === 0) return;
    this.#pending = this.#pending.filter((event) => !due.includes(event));
    for (const { what } of due) this.#happen(what, life);
  }

  #happen(what: Event['what'], life: Life): void {
    switch (what) {
      case 'crash-before':
      case 'crash-after':
        this.#crashes++;
        life.crash();
        // Whoever waits for an answer that never comes gives up.
        for (const { name } of this.#placed) life.workflow.stop(name);
        return;
      case 'day-passes':
        this.#lane.skip(dayMs);
        return;
      case 'parcels-leave':
        this.#lane.world.carrier.ledger.depart();
        return;
      case 'stopped':
        for (const { name } of this.#placed) life.workflow.stop(name);
        return;
      case 'same-again':
        for (const { order } of this.#orders) life.workflow.place(order);
        return;
      case 'other-again':
        for (const { order } of this.#orders) this.#placeOther(life, order);
    }
  }

  #placeOther(life: Life, order: Order): void {
    try {
      life.workflow.place({ ...order, paymentMethod: order.paymentMethod === 'PayPal' ? 'CreditCard' : 'PayPal' });
      this.#violations.push(`${order.orderId}: other content under the same id was taken`);
    } catch (problem) {
      if (!(problem instanceof ExecutionAlreadyExists)) throw problem;
    }
  }
}
