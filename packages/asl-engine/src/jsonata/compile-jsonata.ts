import jsonata from 'jsonata';
import { SyntaxProblem } from '../expression/syntax-problem.ts';
import { evaluationFailure } from '../failure/state-failure.ts';
import { copyJson, NotJson } from '../json/copy-json.ts';
import type { Json } from '../json/json.ts';
import { checkExpression, type SometimesMember } from './check-expression.ts';
import { compileDirectly } from './compile-directly.ts';
import { deferToJsonata } from './direct-expression.ts';
import { jsonataFunctions } from './jsonata-functions.ts';
import type { JsonataNode } from './jsonata-node.ts';
import type { JsonataScope } from './jsonata-scope.ts';
import { variablesOf } from './jsonata-variables.ts';

/** A compiled expression. `evaluate` gives a value, or undefined for JSONata's nothing; it throws (or rejects with) StateFailure. */
export interface CompiledJsonata {
  readonly text: string;
  /** The variables the expression reads without binding them itself. */
  readonly variables: readonly string[];
  readonly evaluate: (scope: JsonataScope) => Json | undefined | Promise<Json | undefined>;
}

// An expression that recurses or loops without end fails instead of holding the process.
const guards = { timeout: 5000, stack: 500, sequence: 1_000_000 };

/** True for a text that is an expression: `{% … %}`. */
export function isJsonataText(value: Json | undefined): value is string {
  return typeof value === 'string' && value.startsWith('{%') && value.endsWith('%}') && value.length >= 4;
}

/**
 * Compiles `{% … %}`; `location` is the field's place for the cause of a failure, as `Output/total`, `members` says what of `$states`
 * the field has besides input and context. Throws SyntaxProblem.
 */
export function compileJsonata(
  template: string,
  location: string,
  members: readonly SometimesMember[] = [],
): CompiledJsonata {
  const text = template.slice(2, -2).trim();
  const expression = parse(text);
  const tree = expression.ast() as unknown as JsonataNode;
  checkExpression(tree, text, members);
  const direct = compileDirectly(tree);
  const variables = variablesOf(tree);
  const usesContext = /context/.test(text) || variables.whole;

  const slowly = async (scope: JsonataScope): Promise<Json | undefined> => {
    try {
      return toJson(await expression.evaluate(undefined, bindings(scope, usesContext)), text, location);
    } catch (problem) {
      throw asFailure(problem, text, location);
    }
  };
  return {
    text,
    variables: variables.names,
    evaluate(scope) {
      if (!direct) return slowly(scope);
      const value = direct(scope);
      return value === deferToJsonata ? slowly(scope) : value;
    },
  };
}

function parse(text: string): jsonata.Expression {
  try {
    return jsonata(text, guards);
  } catch (problem) {
    throw new SyntaxProblem(
      `the JSONata expression '${text}' cannot be read: ${messageOf(problem)}`,
      'INVALID_JSONATA_EXPRESSION',
    );
  }
}

function bindings(
  { input, result, errorOutput, context }: JsonataScope,
  usesContext: boolean,
): Record<string, unknown> {
  const states: Record<string, Json> = { input };
  if (result !== undefined) states['result'] = result;
  if (errorOutput !== undefined) states['errorOutput'] = errorOutput;
  if (usesContext) states['context'] = context.contextObject();
  return { ...jsonataFunctions(context), ...context.variables, states };
}

function toJson(value: unknown, text: string, location: string): Json | undefined {
  if (value === undefined) return undefined;
  try {
    if (typeof value === 'function' || isJsonataFunction(value)) throw new NotJson('function');
    return copyJson(value);
  } catch (problem) {
    if (!(problem instanceof NotJson)) throw problem;
    throw evaluationFailure(
      `The JSONata expression '${text}' specified for the field '${location}' returned an unsupported result type.`,
      location,
    );
  }
}

function isJsonataFunction(value: unknown): boolean {
  return typeof value === 'object' && value !== null && ('_jsonata_lambda' in value || '_jsonata_function' in value);
}

function asFailure(problem: unknown, text: string, location: string): unknown {
  if (problem instanceof Error && problem.name === 'StateFailure') return problem;
  const cause = `The JSONata expression '${text}' specified for the field '${location}' threw an error during evaluation. ${messageOf(problem)}`;
  return evaluationFailure(cause, location);
}

function messageOf(problem: unknown): string {
  if (typeof problem !== 'object' || problem === null) return String(problem);
  const { code, message } = problem as { readonly code?: unknown; readonly message?: unknown };
  return code === undefined ? String(message) : `${code}: ${message}`;
}
