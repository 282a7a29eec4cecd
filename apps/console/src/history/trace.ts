import type { Visit } from './visit.ts';

/**
 * What became of a state in an execution. `retrying`: an attempt failed, the next one waits. `caught`: it failed for
 * good, and the execution went another way. `failed`, `stopped`: the execution ended in it.
 */
export type StateStatus = 'not-reached' | 'running' | 'retrying' | 'succeeded' | 'caught' | 'failed' | 'stopped';

export interface StateTrace {
  readonly status: StateStatus;
  readonly visits: readonly Visit[];
  /** Attempts that were made since an earlier one had failed, without those that a redrive began. */
  readonly retries: number;
}

/** What happened in an execution, laid over the definition. */
export interface Trace {
  /** Every state of the flow, by name. */
  readonly states: ReadonlyMap<string, StateTrace>;
  /** Ids of the edges that the execution went along. */
  readonly taken: ReadonlySet<string>;
}
