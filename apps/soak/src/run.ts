import type { LambdaInvocation } from '@order-workflow/asl-engine';
import { parseInjectedFault } from '@order-workflow/simulators';
import type { CancelPlan } from './cancel-plan.ts';
import { checkCancelling } from './check-cancelling.ts';
import { checkClaim } from './check-claim.ts';
import { checkEnding } from './check-order.ts';
import { type EndedExecution, isOver, stoppedByCancellation } from './ended-order.ts';
import { endingsIn } from './endings.ts';
import { executionId } from './executions.ts';
import { faultTargets } from './fault-lists.ts';
import { isGivenUp } from './is-given-up.ts';
import { journalFor } from './journal-for.ts';
import type { Lane } from './lane.ts';
import { beginning, type Life, later, longAfterMs, overADayMs, redrivableMs } from './life.ts';
import { Lives } from './lives.ts';
import { beginOrder, type OrderRun, type SentMessage, takeCancel, takeMessage } from './order-run.ts';
import type { Event, Schedule } from './schedule.ts';
import { Seen } from './seen.ts';
import type { Standing } from './standing.ts';
import { type StopFault, withStopFaults } from './stop-faults.ts';
import { Triggers } from './triggers.ts';

/** A schedule under way. */
export class Run {
  readonly violations: string[] = [];
  readonly orders: readonly OrderRun[];
  readonly standingOf: (order: OrderRun) => Standing;
  crashes = 0;
  powerCuts = 0;
  redrives = 0;
  readonly #lane: Lane;
  readonly #schedule: Schedule;
  readonly #triggers: Triggers;
  readonly #lives: Lives;
  readonly #seen: Seen;
  #stops = 0;
  #repaired = false;
  #isLongAfter = false;

  constructor(lane: Lane, schedule: Schedule) {
    this.#lane = lane;
    this.#schedule = schedule;
    this.orders = schedule.orders.map(beginOrder);
    this.#triggers = new Triggers(schedule, this.orders);
    const journal = journalFor(schedule, lane.takeTurn, () => this.#losePower());
    this.#seen = new Seen(journal);
    this.standingOf = endingsIn(journal, lane.machines, lane.table);
    this.#lives = new Lives(lane, beginning, {
      ...{ journal, seed: schedule.seed },
      onInvocation: (...call) => this.#disturb(...call),
      aroundStop: (stop) => lane.inTurn(withStopFaults(() => this.#nextStop())(stop)),
      onBegin: (life) => this.#lifeBegins(life),
      onSeen: (executionArn) => this.#seen.saw(executionArn),
    });
  }

  /** Sends what is to be sent and goes on, whatever crashes, until every execution has ended. */
  async toTheEnd(): Promise<void> {
    for (const order of this.orders) {
      for (const cancel of order.cancelsWaiting)
        if (cancel.during === 'working' && cancel.at === 0) this.#cancel(order, cancel);
      if (order.waiting.has(0)) this.#send(order, 0);
    }
    await this.#lives.quiet();
    for (const order of this.orders) for (const index of order.waiting) await this.#sendInQuiet(order, index);
    await this.cancelInQuiet('working');
    const { orders, cancellations: machine } = this.#lane.machines;
    for (const { ended, cancellations } of this.orders.map(this.standingOf))
      this.violations.push(
        ...ended.flatMap((one) => checkEnding(one, orders.mayFail)),
        ...cancellations.flatMap((one) => checkEnding(one, machine.mayFail)),
      );
  }

  /** The cancellations of a kind that have not begun, one after the other, with nobody at work. */
  async cancelInQuiet(during: CancelPlan['during']): Promise<void> {
    for (const order of this.orders)
      for (const cancel of order.cancelsWaiting) {
        if (cancel.during !== during) continue;
        const before = this.standingOf(order);
        this.#cancel(order, cancel);
        await this.#lives.quiet();
        const all = this.standingOf(order).cancellations;
        // Of several at once, or when another came, it cannot be told who was first.
        const [ending, ...others] = all.slice(before.cancellations.length);
        if (ending && others.length === 0)
          this.violations.push(...checkCancelling(order.orderId, before, ending, cancel.wrong));
      }
  }

  /** What has failed, or was stopped, and shall go on: not what a cancellation stopped, nor what it is the end of. */
  readonly failed = (): readonly string[] => this.#failures().map(({ id }) => id);

  #failures(): readonly EndedExecution[] {
    return this.orders.flatMap((order) => {
      const { ended, cancellations } = this.standingOf(order);
      // Long after, nothing of before can be redriven.
      const own = this.#isLongAfter
        ? []
        : ended.filter(({ id }) => !isGivenUp(id, order, cancellations, this.#lane.table));
      const all = [...own, ...cancellations];
      return all.filter((one) => !isOver(one));
    });
  }

  async redriveFailed(): Promise<void> {
    const { redrives } = this.#schedule;
    this.#triggers.redriving();
    await this.#giveUp();
    const failed = this.failed();
    for (const id of redrives === 'newest-first' ? failed.toReversed() : failed) {
      // What was redriven meanwhile has gone on.
      if (this.failed().includes(id)) this.#redrive(id);
      if (redrives !== 'together') await this.#lives.quiet();
    }
    await this.toTheEnd();
  }

  /** A person has repaired everything: nothing strikes any more. */
  repair(): void {
    this.#repaired = true;
    this.#lane.platform.switchboard.clear();
  }

  /** Cancels what is cancelled so late that no execution of before can be redriven, or is known. */
  async longAfter(): Promise<void> {
    if (this.orders.every(({ cancelsWaiting }) => cancelsWaiting.size === 0)) return;
    this.#isLongAfter = true;
    this.#lives.goOn(longAfterMs);
    await this.cancelInQuiet('long-after');
  }

  /** Waits until nothing is under way any more: it would meet the next schedule. */
  readonly settled = (): Promise<void> => this.#lives.settled();

  /** Sends a message that meets nobody at work, and holds the workflow to the rule of one owner. */
  async #sendInQuiet(order: OrderRun, index: number): Promise<void> {
    const before = this.standingOf(order);
    const begun = order.cancellations.length;
    const { name } = this.#send(order, index);
    await this.#lives.quiet();
    const { ended } = this.standingOf(order);
    // Another may have come while this one was at work, or have cancelled it.
    const cameAlone = order.sent.at(-1)?.name === name && order.cancellations.length === begun;
    const ending = ended.find((one) => one.name === name);
    if (ending && cameAlone) this.violations.push(...checkClaim(before, ending));
  }

  #send(order: OrderRun, index: number): SentMessage {
    const message = takeMessage(order, index);
    this.#lives.ask(({ start }) => start(this.#lane.machines.orders, message.name, message.order));
    return message;
  }

  #cancel(order: OrderRun, cancel: CancelPlan): void {
    for (const { name, request } of takeCancel(order, cancel))
      this.#lives.ask(({ start }) => start(this.#lane.machines.cancellations, name, request));
  }

  /** What stands FAILED is cancelled instead of redriven. */
  async #giveUp(): Promise<void> {
    for (const order of this.orders) {
      const givenUp = [...order.cancelsWaiting].filter(({ during }) => during === 'given-up');
      if (givenUp.length === 0 || this.standingOf(order).ended.every(isOver)) continue;
      order.givenUp = true;
      for (const cancel of givenUp) this.#cancel(order, cancel);
    }
    await this.#lives.quiet();
  }

  #redrive(id: string): void {
    this.redrives++;
    this.#lives.ask(({ resultOf, redrive }) => (resultOf(id) ? redrive(id) : undefined));
  }

  #redriveInTime(now: number): void {
    if (now - beginning <= redrivableMs) return;
    for (const { id, result } of this.#failures())
      if (now - result.stopDate.getTime() > redrivableMs) this.#redrive(id);
  }

  #lifeBegins(life: Life): void {
    this.#triggers.lifeBegins();
    const soFar = life.clock.now() - beginning;
    for (const { afterMs, fault } of this.#schedule.scattered)
      if (afterMs >= soFar) later(life, afterMs - soFar, () => this.#switchOn(fault));
  }

  #disturb(life: Life, moment: 'before' | 'after', invocation: LambdaInvocation): void {
    if (moment === 'before') this.#redriveInTime(life.clock.now());
    const isOrders = invocation.executionArn.startsWith(executionId(this.#lane.machines.orders, ''));
    const due = this.#triggers.due(moment, isOrders ? 'orders' : 'cancellations', invocation, this.#lives.isAtWork);
    for (const fault of due.faults) this.#switchOn(fault);
    for (const [order, index] of due.messages) this.#send(order, index);
    for (const [order, cancel] of due.cancels)
      if (cancel.laterMs === 0) this.#cancel(order, cancel);
      else later(life, cancel.laterMs, () => order.cancelsWaiting.has(cancel) && this.#cancel(order, cancel));
    for (const what of due.events) this.#happen(what, life);
  }

  #happen(what: Event['what'], life: Life): void {
    switch (what) {
      case 'crash-before':
      case 'crash-after':
        this.crashes++;
        life.crash();
        return;
      case 'stopped':
        life.executions.stopAll();
        return;
      case 'day-passes':
        this.#lane.skip(overADayMs);
        return;
      case 'parcels-leave':
        this.#lane.world.carrier.ledger.depart();
        return;
      case 'same-again':
        for (const { name, order } of this.orders.flatMap(({ sent }) => sent))
          this.#lives.ask(({ start }) => start(this.#lane.machines.orders, name, order));
        return;
      case 'redriven-though-cancelled':
        this.#redriveStopped(life.clock.now());
        return;
      case 'redriven':
        for (const id of this.failed()) this.#redrive(id);
    }
  }

  #losePower(): void {
    this.crashes++;
    this.powerCuts++;
    this.#lives.crash();
    this.violations.push(...this.#seen.forgotten());
  }

  #redriveStopped(now: number): void {
    for (const { id, result } of this.orders.flatMap((order) => this.standingOf(order).ended))
      if (result.error === stoppedByCancellation && now - result.stopDate.getTime() < redrivableMs) this.#redrive(id);
  }

  #nextStop(): StopFault | undefined {
    return this.#repaired ? undefined : this.#schedule.stopFaults[this.#stops++];
  }

  #switchOn(fault: string): void {
    if (!this.#repaired) this.#lane.platform.switchboard.add(parseInjectedFault(fault, faultTargets));
  }
}
