// A filter holds paths, and a path holds filters: this file and select-values.ts import each other as the grammar does.
import { equalJson } from '../json/equal-json.ts';
import type { Json } from '../json/json.ts';
import { type FilterExpression, type FilterOperand, isDefinite } from './parsed-path.ts';
import { selectValues } from './select-values.ts';

/** True when the item passes the filter; `root` is what `$` means within it. */
export function passesFilter(test: FilterExpression, item: Json, root: Json): boolean {
  switch (test.kind) {
    case 'or':
      return test.parts.some((part) => passesFilter(part, item, root));
    case 'and':
      return test.parts.every((part) => passesFilter(part, item, root));
    case 'not':
      return !passesFilter(test.part, item, root);
    case 'exists':
      return test.operand.kind === 'path'
        ? operandValue(test.operand, item, root) !== undefined
        : literalHolds(test.operand);
    case 'compare':
      return compare(test.operator, test.left, test.right, item, root);
  }
}

function literalHolds(operand: FilterOperand): boolean {
  return operand.kind === 'literal' && operand.value === true;
}

function operandValue(operand: FilterOperand, item: Json, root: Json): Json | undefined {
  if (operand.kind === 'literal') return operand.value;
  if (operand.kind === 'regex') return undefined;
  const found = selectValues(operand.segments, operand.from === '@' ? item : root, root);
  if (isDefinite(operand.segments)) return found[0];
  return found.length === 0 ? undefined : found;
}

function compare(operator: string, left: FilterOperand, right: FilterOperand, item: Json, root: Json): boolean {
  const a = operandValue(left, item, root);
  if (operator === '=~') return right.kind === 'regex' && typeof a === 'string' && right.regex.test(a);
  const b = operandValue(right, item, root);
  if (operator === '!=') return a === undefined || b === undefined ? a !== b : !equalJson(a, b);
  if (a === undefined || b === undefined) return false;
  return comparisons[operator]?.(a, b) ?? false;
}

type Comparison = (left: Json, right: Json) => boolean;

const within: Comparison = (value, list) => Array.isArray(list) && list.some((item) => equalJson(item, value));

const comparisons: Readonly<Record<string, Comparison>> = {
  '==': equalJson,
  '<': (a, b) => inOrder(a, b, (x, y) => x < y),
  '<=': (a, b) => inOrder(a, b, (x, y) => x <= y),
  '>': (a, b) => inOrder(a, b, (x, y) => x > y),
  '>=': (a, b) => inOrder(a, b, (x, y) => x >= y),
  in: within,
  nin: (value, list) => !within(value, list),
  subsetof: (items, list) => Array.isArray(items) && items.every((item) => within(item, list)),
  anyof: (items, list) => Array.isArray(items) && items.some((item) => within(item, list)),
  noneof: (items, list) => Array.isArray(items) && !items.some((item) => within(item, list)),
  size: (value, size) => (Array.isArray(value) || typeof value === 'string') && value.length === size,
  empty: (value, empty) => (Array.isArray(value) || typeof value === 'string') && (value.length === 0) === empty,
  contains: (value, part) => (typeof value === 'string' ? value.includes(String(part)) : within(part, value)),
};

function inOrder(a: Json, b: Json, holds: (x: number | string, y: number | string) => boolean): boolean {
  if (typeof a === 'number' && typeof b === 'number') return holds(a, b);
  return typeof a === 'string' && typeof b === 'string' && holds(a, b);
}
