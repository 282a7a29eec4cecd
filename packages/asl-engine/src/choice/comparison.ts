import { parseInstant } from '../json/instant.ts';
import type { Json } from '../json/json.ts';
import { compileStringPattern } from './string-pattern.ts';

/** Compares a variable's value with an operand; false when the types do not fit (spec, "Choice State"). */
export type Comparison = (value: Json, operand: Json) => boolean;

type Order = (left: number | string, right: number | string) => boolean;

const orders: Readonly<Record<string, Order>> = {
  Equals: (left, right) => left === right,
  LessThan: (left, right) => left < right,
  LessThanEquals: (left, right) => left <= right,
  GreaterThan: (left, right) => left > right,
  GreaterThanEquals: (left, right) => left >= right,
};

const strings =
  (holds: Order): Comparison =>
  (a, b) =>
    typeof a === 'string' && typeof b === 'string' && holds(a, b);
const numbers =
  (holds: Order): Comparison =>
  (a, b) =>
    typeof a === 'number' && typeof b === 'number' && holds(a, b);
const instants =
  (holds: Order): Comparison =>
  (a, b) => {
    const left = typeof a === 'string' ? parseInstant(a) : undefined;
    const right = typeof b === 'string' ? parseInstant(b) : undefined;
    return left !== undefined && right !== undefined && holds(left, right);
  };

/** The operators that compare, by name; all but StringMatches have a form ending in `Path`. */
export const comparisons: Readonly<Record<string, Comparison>> = {
  ...Object.fromEntries(Object.entries(orders).map(([name, order]) => [`String${name}`, strings(order)])),
  ...Object.fromEntries(Object.entries(orders).map(([name, order]) => [`Numeric${name}`, numbers(order)])),
  ...Object.fromEntries(Object.entries(orders).map(([name, order]) => [`Timestamp${name}`, instants(order)])),
  BooleanEquals: (a, b) => typeof a === 'boolean' && a === b,
  StringMatches: (a, b) => typeof a === 'string' && typeof b === 'string' && compileStringPattern(b)(a),
};

/** The operators that test a type, by name. */
export const typeTests: Readonly<Record<string, (value: Json) => boolean>> = {
  IsNull: (value) => value === null,
  IsNumeric: (value) => typeof value === 'number',
  IsString: (value) => typeof value === 'string',
  IsBoolean: (value) => typeof value === 'boolean',
  IsTimestamp: (value) => typeof value === 'string' && parseInstant(value) !== undefined,
};

/** What a literal operand of an operator must be. */
export function operandType(operator: string): 'string' | 'number' | 'boolean' | 'timestamp' {
  if (operator.startsWith('String')) return 'string';
  if (operator.startsWith('Numeric')) return 'number';
  return operator.startsWith('Timestamp') ? 'timestamp' : 'boolean';
}
