import type { StateFailure } from './state-failure.ts';

// What the wildcard States.ALL leaves alone: a state machine that is wrong stays wrong (Developer Guide, "Error names").
const beyondAll = new Set(['States.Runtime', 'States.DataLimitExceeded']);

/**
 * True when one of a Retry's or Catch's names matches the failure: the exact name, States.TaskFailed for any failure of a task
 * but a time-out, States.ALL for nearly anything (spec, "Error names").
 */
export function matchesError(names: readonly string[], failure: StateFailure): boolean {
  return names.some((name) => matchesName(name, failure));
}

function matchesName(name: string, { error, alias, kind }: StateFailure): boolean {
  if (name === error || name === alias) return true;
  if (name === 'States.ALL')
    return error === undefined || !beyondAll.has(error) || (error === 'States.DataLimitExceeded' && kind === 'task');
  return name === 'States.TaskFailed' && kind === 'task' && error !== 'States.Timeout';
}
