import type { StateFailure } from './state-failure.ts';

/**
 * True when one of a Retry's or Catch's names matches the failure: the exact name, States.TaskFailed for any failure of a task
 * but a time-out, States.ALL for nearly anything (spec, "Error names"). Nothing matches States.Runtime, not even its own name: a
 * definition that does not fit its data stays so (Developer Guide, "Error names": "it always fails the execution").
 */
export function matchesError(names: readonly string[], failure: StateFailure): boolean {
  if (failure.error === 'States.Runtime') return false;
  return names.some((name) => matchesName(name, failure));
}

function matchesName(name: string, { error, alias, kind }: StateFailure): boolean {
  if (name === error || name === alias) return true;
  if (name === 'States.ALL') return error !== 'States.DataLimitExceeded' || kind === 'task';
  return name === 'States.TaskFailed' && kind === 'task' && error !== 'States.Timeout';
}
