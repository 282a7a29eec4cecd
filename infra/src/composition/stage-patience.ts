import type { FaultClass, StageFacts } from '@order-workflow/stage-kit';

/** What a state retries of its stage's faults, and for how many seconds at least. */
export interface StagePatience {
  readonly retried: readonly string[];
  readonly patienceSeconds: number;
}

interface PatienceOptions {
  /** A fault that is caught at once instead. */
  readonly without?: FaultClass | undefined;
  readonly leastSeconds?: number;
}

/**
 * The patience of a state in which a stage's function is called. It has one Retry, so that scattered faults of one kind do not use
 * up the time of another: the longest time that is said of any of them.
 */
export function patienceOf(
  { faults, patienceSeconds: said }: StageFacts,
  { without, leastSeconds = 0 }: PatienceOptions = {},
): StagePatience {
  const retried = faults.filter((fault) => fault !== without).map(({ errorName }) => errorName);
  const seconds = typeof said === 'number' ? [said] : retried.map((name) => said[name] ?? 0);
  return { retried, patienceSeconds: Math.max(leastSeconds, ...seconds) };
}
