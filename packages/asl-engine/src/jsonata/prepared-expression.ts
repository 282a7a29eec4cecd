import jsonata from 'jsonata';
import type { Json } from '../json/json.ts';
import { guards, limitOf } from './evaluation-limits.ts';
import type { Bindings } from './evaluation-request.ts';
import type { JsonataNode } from './jsonata-node.ts';
import { resultJson } from './result-json.ts';
import { contextBinding, type LibraryContext, registerLibrary } from './step-functions-library.ts';

/** A parsed expression with the functions it may call. */
export interface PreparedExpression {
  readonly tree: JsonataNode;
  /** Gives the value as JSON, undefined for nothing. Rejects with LimitExceeded, NotJson, or jsonata's own problem. */
  readonly evaluate: (bindings: Bindings, context: LibraryContext) => Promise<Json | undefined>;
}

/** Parses an expression; throws jsonata's own problem. `watch` is called with each value on the way, and may throw. */
export function prepareExpression(text: string, watch?: (value: unknown) => void): PreparedExpression {
  const expression = jsonata(text, guards);
  registerLibrary(expression, text);
  if (watch)
    expression.assign(
      Symbol.for('jsonata.__evaluate_exit') as unknown as string,
      (_expression: unknown, _input: unknown, _environment: unknown, value: unknown) => watch(value),
    );
  return {
    tree: expression.ast() as unknown as JsonataNode,
    async evaluate(bindings, context) {
      try {
        // Nothing answers to the name eval: AWS has no such function.
        const value: unknown = await expression.evaluate(undefined, {
          eval: undefined,
          ...bindings,
          [contextBinding]: context,
        });
        return resultJson(value);
      } catch (problem) {
        throw limitOf(problem) ?? problem;
      }
    },
  };
}

/** A problem of an evaluation in words, with jsonata's code. */
export function describeProblem(problem: unknown): string {
  if (typeof problem !== 'object' || problem === null) return String(problem);
  const { code, message } = problem as { readonly code?: unknown; readonly message?: unknown };
  return code === undefined ? String(message) : `${code}: ${message}`;
}
