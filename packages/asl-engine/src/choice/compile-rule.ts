import type { StateReader } from '../definition/state-reader.ts';
import type { EvaluationContext } from '../expression/evaluation-context.ts';
import { runtimeFailure } from '../failure/state-failure.ts';
import { parseInstant } from '../json/instant.ts';
import { isJsonObject, type Json } from '../json/json.ts';
import type { CompiledPath } from '../jsonpath/compile-path.ts';
import { compilePathField } from '../jsonpath/compile-path.ts';
import { comparisons, operandType, typeTests } from './comparison.ts';

/** A compiled Choice Rule of JSONPath. */
export type Rule = (input: Json, context: EvaluationContext) => boolean;

const never: Rule = () => false;
const besides = new Set(['Variable', 'Next', 'Assign', 'Comment']);

/** Compiles a rule: And, Or, Not, or a Variable and one operator (spec, "Choice State"). */
export function compileRule(reader: StateReader): Rule {
  const operators = Object.keys(reader.source).filter((field) => !besides.has(field));
  const [operator, ...more] = operators;
  if (operator === undefined || more.length > 0) {
    reader.error(
      '',
      `A rule needs exactly one operator, and has ${operators.length === 0 ? 'none' : operators.join(', ')}.`,
    );
    return never;
  }
  if (operator === 'And' || operator === 'Or') return compileJunction(reader, operator);
  if (operator === 'Not') return compileNot(reader);
  return compileComparison(reader, operator);
}

function compileJunction(reader: StateReader, operator: 'And' | 'Or'): Rule {
  const inner = reader.objects(operator);
  if (inner.length === 0) reader.error(operator, 'must hold at least one rule.');
  const rules = inner.map(compileInner);
  if (operator === 'And') return (input, context) => rules.every((rule) => rule(input, context));
  return (input, context) => rules.some((rule) => rule(input, context));
}

function compileNot(reader: StateReader): Rule {
  const source = reader.get('Not');
  if (!isJsonObject(source)) {
    reader.error('Not', 'must be a rule.');
    return never;
  }
  const rule = compileInner(reader.inner(source, 'Not'));
  return (input, context) => !rule(input, context);
}

function compileInner(reader: StateReader): Rule {
  if (reader.has('Next')) reader.error('Next', 'belongs to the outermost rule only.');
  return compileRule(reader);
}

function compileComparison(reader: StateReader, operator: string): Rule {
  const variable = compilePathField(reader, 'Variable', reader.get('Variable') ?? null);
  const operand = reader.get(operator) ?? null;
  if (!variable) return never;
  if (operator === 'IsPresent' || Object.hasOwn(typeTests, operator))
    return compileTypeTest(reader, operator, variable, operand);
  if (Object.hasOwn(comparisons, operator)) return compileLiteral(reader, operator, variable, operand);
  const base = operator.endsWith('Path') ? operator.slice(0, -4) : '';
  const comparison = base !== 'StringMatches' && Object.hasOwn(comparisons, base) ? comparisons[base] : undefined;
  if (!comparison) {
    reader.error(operator, 'is not an operator of a rule.');
    return never;
  }
  const other = compilePathField(reader, operator, operand);
  return other ? (input, context) => comparison(read(variable, input, context), read(other, input, context)) : never;
}

function compileTypeTest(reader: StateReader, operator: string, variable: CompiledPath, operand: Json): Rule {
  if (typeof operand !== 'boolean') reader.error(operator, 'must be true or false.');
  if (operator === 'IsPresent') {
    return (input, context) => isPresent(variable, variable.read(input, context)) === operand;
  }
  const test = typeTests[operator];
  return (input, context) => test?.(read(variable, input, context)) === operand;
}

// An indefinite path always leads to a list; nothing is present when that is empty.
function isPresent(variable: CompiledPath, value: Json | undefined): boolean {
  return value !== undefined && (variable.definite || !Array.isArray(value) || value.length > 0);
}

function compileLiteral(reader: StateReader, operator: string, variable: CompiledPath, operand: Json): Rule {
  const comparison = comparisons[operator];
  const type = operandType(operator);
  const fits =
    type === 'timestamp' ? typeof operand === 'string' && parseInstant(operand) !== undefined : typeof operand === type;
  if (!fits)
    reader.error(
      operator,
      type === 'timestamp' ? "must be an RFC 3339 timestamp with 'T' and an offset." : `must be a ${type}.`,
    );
  return (input, context) => comparison?.(read(variable, input, context), operand) ?? false;
}

function read(path: CompiledPath, input: Json, context: EvaluationContext): Json {
  const value = path.read(input, context);
  if (value === undefined)
    throw runtimeFailure(`Invalid path '${path.text}': The choice state's condition path references an invalid value.`);
  return value;
}
