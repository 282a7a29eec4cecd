import type { Clock } from '@order-workflow/stage-kit';

/** Milliseconds, or what draws them for each case. */
export type Delay = number | (() => number);

/** The habits of a simulated service. Times are in milliseconds of its clock. */
export interface LedgerSettings {
  readonly clock: Clock;
  /** How long a key's answer is replayed. After that, only a query by the key finds what was done. */
  readonly keysLiveMs: number;
  /** How long what is accepted takes until it is done: a late charge, an asynchronous refund, a request that lands late. */
  readonly settlesAfterMs: Delay;
  /** How old what a query by key finds may be: whatever came later, it does not know yet. */
  readonly readsLagMs: Delay;
}

export const defaultSettings: LedgerSettings = {
  clock: Date,
  keysLiveMs: 24 * 60 * 60 * 1000,
  settlesAfterMs: 2_000,
  readsLagMs: 0,
};

export function delayMs(delay: Delay): number {
  return typeof delay === 'number' ? delay : delay();
}
