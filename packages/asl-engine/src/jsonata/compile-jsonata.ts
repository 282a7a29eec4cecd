import { SyntaxProblem } from '../expression/syntax-problem.ts';
import { evaluationFailure, type StateFailure } from '../failure/state-failure.ts';
import { NotJson } from '../json/copy-json.ts';
import type { Json } from '../json/json.ts';
import { depthOf, isBounded } from './bounded-expression.ts';
import { compileDirectly } from './compile-directly.ts';
import { evaluateApart } from './evaluate-apart.ts';
import { deepest } from './evaluation-limits.ts';
import type { Bindings, EvaluationAnswer } from './evaluation-request.ts';
import { findUnsupported, type SometimesMember } from './find-unsupported.ts';
import type { JsonataScope } from './jsonata-scope.ts';
import { deferToJsonata } from './jsonata-scope.ts';
import { type JsonataVariables, variablesOf } from './jsonata-variables.ts';
import { describeProblem, type PreparedExpression, prepareExpression } from './prepared-expression.ts';

/** A compiled expression. `evaluate` gives a value, or undefined for JSONata's nothing; it throws (or rejects with) StateFailure. */
export interface CompiledJsonata {
  readonly text: string;
  /** The variables the expression reads without binding them itself. */
  readonly variables: readonly string[];
  readonly evaluate: (scope: JsonataScope) => Json | undefined | Promise<Json | undefined>;
}

/** True for a text that is an expression: `{% … %}`. */
export function isJsonataText(value: Json | undefined): value is string {
  return typeof value === 'string' && value.startsWith('{%') && value.endsWith('%}') && value.length >= 4;
}

/**
 * Compiles `{% … %}`; `location` is the field's place for the cause of a failure, as `Output/total`, `members` says what of `$states`
 * the field has besides input and context. Throws SyntaxProblem.
 *
 * There are three ways to evaluate: by closures, for the shapes that most definitions consist of; by jsonata, where that takes time in
 * proportion to text and data; by jsonata in another thread, which can be ended, for everything else.
 */
export function compileJsonata(
  template: string,
  location: string,
  members: readonly SometimesMember[] = [],
): CompiledJsonata {
  const text = template.slice(2, -2).trim();
  const expression = parse(text, location);
  const { tree } = expression;
  const unsupported = findUnsupported(tree, members);
  if (unsupported.length > 0) throw refused('UNSUPPORTED_JSONATA_EXPRESSION', text, location, unsupported);
  const direct = depthOf(tree) > deepest ? undefined : compileDirectly(tree);
  const variables = variablesOf(tree);
  const bind = binder(text, variables);
  const evaluate = isBounded(tree) ? here(expression, bind) : apart(text, bind);

  const slowly = async (scope: JsonataScope): Promise<Json | undefined> => {
    const answer = await evaluate(scope);
    if (answer.kind === 'value') return answer.value;
    throw failureOf(answer, text, location);
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

function parse(text: string, location: string): PreparedExpression {
  try {
    return prepareExpression(text);
  } catch (problem) {
    // Without its code (measured).
    const message = describeProblem(problem).replace(/^[A-Z]\d{4}: /, '');
    throw refused('INVALID_JSONATA_EXPRESSION', text, location, [message]);
  }
}

function refused(
  code: 'INVALID_JSONATA_EXPRESSION' | 'UNSUPPORTED_JSONATA_EXPRESSION',
  text: string,
  place: string,
  messages: readonly string[],
): SyntaxProblem {
  return new SyntaxProblem(`'${text}': ${messages.join(' ')}`, { code, place, messages });
}

type Evaluation = (scope: JsonataScope) => Promise<EvaluationAnswer>;

function here(expression: PreparedExpression, bind: (scope: JsonataScope) => Bindings): Evaluation {
  return async (scope) => {
    try {
      return { kind: 'value', value: await expression.evaluate(bind(scope), scope.context) };
    } catch (problem) {
      return problem instanceof NotJson
        ? { kind: 'notJson' }
        : { kind: 'problem', description: describeProblem(problem) };
    }
  };
}

function apart(text: string, bind: (scope: JsonataScope) => Bindings): Evaluation {
  const drawsChance = /\$(?:random|uuid|shuffle)\b/.test(text);
  return async (scope) => {
    const { context } = scope;
    const release = context.beginWork();
    try {
      const seed = drawsChance ? context.random.seed() : undefined;
      return await evaluateApart({ text, bindings: bind(scope), now: context.now(), seed });
    } finally {
      release();
    }
  };
}

// Only what the expression reads is handed on: it may have to be copied to another thread.
function binder(text: string, { mentioned, whole }: JsonataVariables): (scope: JsonataScope) => Bindings {
  const usesContext = whole || text.includes('context');
  return ({ input, result, errorOutput, context }) => {
    const bindings: Record<string, unknown> = {};
    const { variables } = context;
    for (const name of mentioned) if (Object.hasOwn(variables, name)) bindings[name] = variables[name];
    const states: Record<string, Json> = { input };
    if (result !== undefined) states['result'] = result;
    if (errorOutput !== undefined) states['errorOutput'] = errorOutput;
    if (usesContext) states['context'] = context.contextObject();
    bindings['states'] = states;
    return bindings;
  };
}

function failureOf(answer: Exclude<EvaluationAnswer, { kind: 'value' }>, text: string, location: string): StateFailure {
  const what = `The JSONata expression '${text}' specified for the field '${location}'`;
  return evaluationFailure(
    answer.kind === 'notJson'
      ? `${what} returned an unsupported result type.`
      : `${what} threw an error during evaluation. ${answer.description}`,
    location,
  );
}
