import { DefinitionReport } from '../definition/definition-report.ts';
import { StateReader } from '../definition/state-reader.ts';
import { matchesError } from '../failure/match-error.ts';
import { StateFailure } from '../failure/state-failure.ts';
import type { JsonObject } from '../json/json.ts';
import { compileRetry } from '../retry/compile-retry.ts';
import { nextRetryDelay } from '../retry/retry-policy.ts';

/** An error as an answer tells it. */
export interface ToldFailure {
  readonly error?: string | undefined;
  readonly cause?: string | undefined;
}

/** Which retrier tries a state again that failed so after so many retries, and when; undefined when none does. */
export function whetherRetried(
  state: JsonObject,
  { error }: ToldFailure,
  retryCount: number,
): { readonly retryIndex: number; readonly retryBackoffIntervalSeconds: number } | undefined {
  const retriers = compileRetry(new StateReader(state, 'JSONPath', new DefinitionReport()));
  const failure = new StateFailure({ kind: 'task', error });
  const retryIndex = retriers.findIndex(({ errorEquals }) => matchesError(errorEquals, failure));
  const attempts = retriers.map((_, index) => (index === retryIndex ? retryCount : 0));
  // Of a wait that is random the longest is told.
  const delay = nextRetryDelay(retriers, attempts, failure, () => 1);
  return delay === undefined ? undefined : { retryIndex, retryBackoffIntervalSeconds: Math.floor(delay / 1000) };
}
