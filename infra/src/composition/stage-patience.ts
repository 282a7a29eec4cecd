import type { StageFacts } from '@order-workflow/stage-kit';

/** What a state retries of its stage's faults, and for how many seconds at least. */
export interface StagePatience {
  readonly retried: readonly string[];
  readonly patienceSeconds: number;
}

/**
 * The patience of a stage's state. It has one Retry, so that scattered faults of one kind do not use up the time of another:
 * the longest time that is said of any of them.
 */
export function patienceOf({ faults, patienceSeconds }: StageFacts, leastSeconds = 0): StagePatience {
  const retried = faults.map(({ errorName }) => errorName);
  const said = retried.map((name) =>
    typeof patienceSeconds === 'number' ? patienceSeconds : (patienceSeconds[name] ?? 0),
  );
  const forAll = typeof patienceSeconds === 'number' ? patienceSeconds : 0;
  return { retried, patienceSeconds: Math.max(leastSeconds, forAll, ...said) };
}
