import type { PlannedState } from '../composition/planned-state.ts';
import { patienceOf, retryOf } from './longest-run.ts';
import { allWaits } from './retry-policies.ts';
import type { TimeLimits } from './time-limits.ts';

/** What is left, under these limits, of the patience that a workflow's states are planned with: a line for each of which less is. */
export function cutPatience(plan: readonly PlannedState[], limits: TimeLimits): readonly string[] {
  return plan.flatMap((planned) => {
    const said = patienceOf(planned);
    const policy = retryOf(planned, limits);
    if (planned.kind === 'stage' && planned.awaits && !limits.awaitFor)
      return [`${planned.name} is left out: nothing is waited for there, instead of for ${said} s`];
    if (said === undefined || policy === undefined || allWaits(policy) >= said) return [];
    return [`${planned.name} is retried for ${allWaits(policy)} s instead of ${said} s`];
  });
}
