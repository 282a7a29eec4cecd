import type { EvaluationContext } from '../expression/evaluation-context.ts';
import type { Json } from '../json/json.ts';

/** What a JSONata expression sees: the members of `$states`, and its surroundings. */
export interface JsonataScope {
  readonly input: Json;
  /** The result of a Task, Parallel or Map; absent before there is one. */
  readonly result?: Json | undefined;
  /** In a Catch: `{ Error, Cause }`. */
  readonly errorOutput?: Json | undefined;
  readonly context: EvaluationContext;
}

/** Returned by a direct evaluation that met data whose treatment is left to jsonata itself. */
export const deferToJsonata = Symbol('defer to jsonata');

/** Evaluates without a promise; undefined is JSONata's nothing. */
export type DirectExpression = (scope: JsonataScope) => Json | undefined | typeof deferToJsonata;
