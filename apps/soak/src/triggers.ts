import type { LambdaInvocation } from '@order-workflow/asl-engine';
import type { CancelPlan } from './cancel-plan.ts';
import type { MachineName } from './function-states.ts';
import type { OrderRun } from './order-run.ts';
import type { Event, Schedule } from './schedule.ts';

/** What is to happen now. */
export interface Struck {
  /** In text. */
  readonly faults: readonly string[];
  readonly messages: readonly (readonly [order: OrderRun, index: number])[];
  readonly cancels: readonly (readonly [order: OrderRun, cancel: CancelPlan])[];
  readonly events: readonly Event['what'][];
}

/** Counts invocations, and says what of a schedule they bring about. */
export class Triggers {
  readonly #orders: readonly OrderRun[];
  readonly #ambushes: Schedule['ambushes'];
  /** How often a state was tried. */
  readonly #tries = new Map<string, number>();
  /** Cancellations that wait for their time on the clock. */
  readonly #setOff = new Set<CancelPlan>();
  #pending: readonly Event[];
  #invocations = 0;
  /** How many there had been when what failed was redriven first. */
  #beforeRedrives = Number.POSITIVE_INFINITY;

  constructor({ ambushes, events }: Pick<Schedule, 'ambushes' | 'events'>, orders: readonly OrderRun[]) {
    this.#ambushes = ambushes;
    this.#pending = events;
    this.#orders = orders;
  }

  /** Whoever stopped an execution has it redriven now, and does not stop it again. */
  redriving(): void {
    this.#beforeRedrives = Math.min(this.#beforeRedrives, this.#invocations);
    this.#pending = this.#pending.filter(({ what }) => what !== 'stopped');
  }

  /** A life of the process begins: what waited on the clock of the one before waits no more. */
  lifeBegins(): void {
    this.#setOff.clear();
  }

  /** `isAtWork`: whether a function is, besides the one that is about to begin. No day passes meanwhile: it ends within its time-out. */
  due(
    moment: 'before' | 'after',
    machine: MachineName,
    { stateName }: Pick<LambdaInvocation, 'stateName'>,
    isAtWork = false,
  ): Struck {
    return moment === 'before'
      ? this.#before(machine, stateName, isAtWork)
      : { faults: [], messages: [], cancels: this.#cancels('after'), events: this.#take('after', isAtWork) };
  }

  #before(machine: MachineName, stateName: string, isAtWork: boolean): Struck {
    this.#invocations++;
    const key = `${machine} ${stateName}`;
    const nth = (this.#tries.get(key) ?? 0) + 1;
    this.#tries.set(key, nth);
    return {
      faults: this.#ambushes.flatMap((one) =>
        one.machine === machine && one.state === stateName && one.nth === nth ? [one.fault] : [],
      ),
      messages: this.#orders.flatMap((order) =>
        [...order.waiting].flatMap((index) =>
          (order.plan.messages[index]?.at ?? 0) <= this.#invocations ? [[order, index] as const] : [],
        ),
      ),
      cancels: this.#cancels('before'),
      events: this.#take('before', isAtWork),
    };
  }

  #cancels(moment: CancelPlan['moment']): Struck['cancels'] {
    const due = this.#orders.flatMap((order) =>
      [...order.cancelsWaiting].flatMap((cancel) =>
        cancel.moment === moment && this.#hasCome(cancel) && !this.#setOff.has(cancel)
          ? [[order, cancel] as const]
          : [],
      ),
    );
    for (const [, cancel] of due) this.#setOff.add(cancel);
    return due;
  }

  #hasCome({ during, at }: CancelPlan): boolean {
    if (during === 'working') return at <= this.#invocations;
    return during === 'redriving' && at <= this.#invocations - this.#beforeRedrives;
  }

  #take(moment: CancelPlan['moment'], isAtWork: boolean): readonly Event['what'][] {
    const due = this.#pending.filter(
      ({ at, what }) =>
        at <= this.#invocations &&
        (what === 'crash-after') === (moment === 'after') &&
        !(what === 'day-passes' && isAtWork),
    );
    if (due.length > 0) this.#pending = this.#pending.filter((event) => !due.includes(event));
    return due.map(({ what }) => what);
  }
}
