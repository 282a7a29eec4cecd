import { DefinitionReport } from '../definition/definition-report.ts';
import { StateReader } from '../definition/state-reader.ts';
import { matchesError } from '../failure/match-error.ts';
import { StateFailure } from '../failure/state-failure.ts';
import type { JsonObject } from '../json/json.ts';
import { compileRetry } from '../retry/compile-error-handlers.ts';
import { nextRetryDelay } from '../retry/retry-policy.ts';

/** An error as an answer tells it. */
export interface ToldFailure {
  readonly error?: string | undefined;
  readonly cause?: string | undefined;
}

/** Which retrier names an error, and when it tries the state again after so many retries; no wait when it does not; undefined when none names it. */
export function whetherRetried(
  state: JsonObject,
  { error }: ToldFailure,
  retryCount: number,
): { readonly retryIndex: number; readonly retryBackoffIntervalSeconds?: number } | undefined {
  const retriers = compileRetry(new StateReader(state, 'JSONPath', new DefinitionReport()));
  const failure = new StateFailure({ kind: 'task', error });
  const retryIndex = retriers.findIndex(({ errorEquals }) => matchesError(errorEquals, failure));
  const attempts = retriers.map((_, index) => (index === retryIndex ? retryCount : 0));
  // Of a wait that is random the longest is told.
  const delay = nextRetryDelay(retriers, attempts, failure, () => 1);
  if (retryIndex === -1) return undefined;
  return { retryIndex, ...(delay !== undefined && { retryBackoffIntervalSeconds: Math.floor(delay / 1000) }) };
}
