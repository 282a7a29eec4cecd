import type { Json } from '../json/json.ts';
import type { JsonataNode } from './jsonata-node.ts';
import { type DirectExpression, deferToJsonata } from './jsonata-scope.ts';

type Compile = (node: JsonataNode) => DirectExpression | undefined;
type Operator = (left: Json | undefined, right: Json | undefined) => Json | undefined | typeof deferToJsonata;

/** Compiles comparisons, `and`, `or`, `&` and the conditional for the operands where JSONata's answer is plain. */
export function compileOperator(node: JsonataNode, compile: Compile): DirectExpression | undefined {
  if (node.type === 'condition') return compileCondition(node, compile);
  const operator = operators[String(node.value)];
  const left = node.lhs && !Array.isArray(node.lhs) ? compile(node.lhs as JsonataNode) : undefined;
  const right = node.rhs ? compile(node.rhs) : undefined;
  if (!operator || !left || !right) return undefined;
  return (scope) => {
    const a = left(scope);
    if (a === deferToJsonata) return deferToJsonata;
    const b = right(scope);
    return b === deferToJsonata ? deferToJsonata : operator(a, b);
  };
}

function compileCondition(node: JsonataNode, compile: Compile): DirectExpression | undefined {
  const test = node.condition && compile(node.condition);
  const yes = node.then && compile(node.then);
  const no = node.else ? compile(node.else) : () => undefined;
  if (!test || !yes || !no) return undefined;
  return (scope) => {
    const decision = test(scope);
    if (typeof decision !== 'boolean') return deferToJsonata;
    return decision ? yes(scope) : no(scope);
  };
}

const isPlain = (value: Json | undefined) => value === null || typeof value !== 'object';

function ordered(holds: (left: number | string, right: number | string) => boolean): Operator {
  return (left, right) => {
    if (typeof left === 'number' && typeof right === 'number') return holds(left, right);
    return typeof left === 'string' && typeof right === 'string' ? holds(left, right) : deferToJsonata;
  };
}

const operators: Readonly<Record<string, Operator>> = {
  '=': (left, right) =>
    isPlain(left) && isPlain(right) ? left !== undefined && right !== undefined && left === right : deferToJsonata,
  '!=': (left, right) =>
    isPlain(left) && isPlain(right) && left !== undefined && right !== undefined ? left !== right : deferToJsonata,
  '<': ordered((left, right) => left < right),
  '<=': ordered((left, right) => left <= right),
  '>': ordered((left, right) => left > right),
  '>=': ordered((left, right) => left >= right),
  and: (left, right) => (typeof left === 'boolean' && typeof right === 'boolean' ? left && right : deferToJsonata),
  or: (left, right) => (typeof left === 'boolean' && typeof right === 'boolean' ? left || right : deferToJsonata),
  '&': (left, right) => (typeof left === 'string' && typeof right === 'string' ? left + right : deferToJsonata),
};
