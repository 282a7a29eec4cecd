import type { Clock } from '../clock/clock.ts';

/** How many transitions without a pause may follow one another in a fiber before others get their turn. */
export const transitionsPerTurn = 1000;

/** The transitions after which an Express execution's five minutes are over: a thousand count as a second. */
const expressTransitions = 300_000;

/** Lets everything else have a turn while a machine goes round without waiting for anything. */
export class Scheduler {
  readonly #clock: Clock;
  readonly #expressDeadline: number | undefined;
  #transitions = 0;

  /** `expressDeadline` is the instant at which an Express execution ends. */
  constructor(clock: Clock, expressDeadline: number | undefined) {
    this.#clock = clock;
    this.#expressDeadline = expressDeadline;
  }

  /**
   * Called after so many transitions of a fiber. An Express execution has no limit of events but five minutes to live: on a clock
   * that stands still meanwhile, it waits for its end.
   */
  async pause(waitUntil: (instant: number) => Promise<void>): Promise<void> {
    this.#transitions += transitionsPerTurn;
    if (this.#expressDeadline !== undefined && this.#transitions > expressTransitions)
      await waitUntil(this.#expressDeadline);
    const resume = this.#clock.beginWork();
    await new Promise<void>((resolve) => setImmediate(resolve));
    resume();
  }
}
