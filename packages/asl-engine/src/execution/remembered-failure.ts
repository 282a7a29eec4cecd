import { type FailureKind, StateFailure } from '../failure/state-failure.ts';
import { isJsonObject, type Json, type JsonObject } from '../json/json.ts';
import type { Fiber } from './fiber.ts';

/** Remembers a failure that the history already tells, so that a later life of the execution neither repeats nor forgets it. */
export function rememberFailure(fiber: Fiber, failure: StateFailure): StateFailure {
  const { kind, error, cause, alias } = failure;
  const members = {
    kind,
    ...(error !== undefined && { error }),
    ...(cause !== undefined && { cause }),
    ...(alias !== undefined && { alias }),
  };
  fiber.rememberForRestart({ failure: members });
  return failure;
}

/** The failure that an earlier life of the execution met in this state, if any. */
export function rememberedFailure(memo: JsonObject | undefined): StateFailure | undefined {
  const failure = memo?.['failure'];
  if (!isJsonObject(failure)) return undefined;
  const text = (value: Json | undefined) => (typeof value === 'string' ? value : undefined);
  const { kind, error, cause, alias } = failure;
  return new StateFailure({ kind: kind as FailureKind, error: text(error), cause: text(cause), alias: text(alias) });
}
