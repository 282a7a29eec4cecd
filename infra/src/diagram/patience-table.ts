import type { PlannedState } from '../composition/planned-state.ts';
import { patienceOf, retryOf } from '../policy/longest-run.ts';
import { allWaits, waitsBetweenTries } from '../policy/retry-policies.ts';
import type { TimeLimits } from '../policy/time-limits.ts';

/** How long each state is tried again before it is given up, as a table of Markdown. */
export function patienceTable(plan: readonly PlannedState[], limits: TimeLimits): string {
  const rows = plan.flatMap((planned) => {
    const patience = patienceOf(planned);
    const policy = retryOf(planned, limits);
    if (patience === undefined || policy === undefined) return [];
    const cells = [planned.name, patience, policy.maxAttempts + 1, waits(waitsBetweenTries(policy)), allWaits(policy)];
    return [`| ${cells.join(' | ')} |`];
  });
  return [
    '| State | Patience, s | Tries | Waits between them, s | Given up after at least, s |',
    '|---|---|---|---|---|',
    ...rows,
  ].join('\n');
}

/** `1, 2, 4, 4 × 30` */
function waits(seconds: readonly number[]): string {
  const longest = seconds.at(-1);
  const last = seconds.filter((wait) => wait === longest).length;
  if (last < 2) return seconds.join(', ');
  return [...seconds.slice(0, -last), `${last} × ${longest}`].join(', ');
}
