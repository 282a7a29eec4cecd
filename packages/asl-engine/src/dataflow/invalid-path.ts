import { runtimeFailure, type StateFailure } from '../failure/state-failure.ts';
import type { Json } from '../json/json.ts';
import { missingPathReason } from '../jsonpath/missing-path-reason.ts';

/** The failure of InputPath, OutputPath, TimeoutSecondsPath and HeartbeatSecondsPath when the path leads nowhere. */
export function invalidPath(path: string, document: Json): StateFailure {
  return runtimeFailure(`Invalid path '${path}' : ${missingPathReason(path, document)}`);
}
