import type { Clock } from '@order-workflow/stage-kit';

/** The habits of a simulated service. Times are in milliseconds of its clock. */
export interface LedgerSettings {
  readonly clock: Clock;
  /** How long a key's answer is replayed. After that, only a query by the key finds what was done. */
  readonly keysLiveMs: number;
  /** How long what is accepted takes until it is done: a late charge, an asynchronous refund, a request that lands late. */
  readonly settlesAfterMs: number;
}

export const defaultSettings: LedgerSettings = {
  clock: Date,
  keysLiveMs: 24 * 60 * 60 * 1000,
  settlesAfterMs: 2_000,
};
