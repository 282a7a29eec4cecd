import { setMember } from '../json/copy-json.ts';
import { isJsonObject, type Json } from '../json/json.ts';
import { compileOperator } from './compile-operator.ts';
import type { JsonataNode } from './jsonata-node.ts';
import type { JsonataScope } from './jsonata-scope.ts';
import { type DirectExpression, deferToJsonata } from './jsonata-scope.ts';

/**
 * Compiles the shapes that most definitions consist of (literals, `$states.…` and variable paths, objects, arrays, `$merge`,
 * comparisons) to closures; undefined for any other expression. Where the data needs JSONata's mapping over arrays, the closure
 * leaves the whole expression to jsonata, so that both always agree (see the differential property).
 */
export function compileDirectly(node: JsonataNode): DirectExpression | undefined {
  switch (node.type) {
    case 'string':
    case 'number':
    case 'value':
      return literal(node.value);
    case 'variable':
      return compilePathSteps([node]);
    case 'path':
      return compilePathSteps(node.steps ?? [], node);
    case 'unary':
      return node.value === '{' ? compileObject(node) : node.value === '[' ? compileArray(node) : undefined;
    case 'function':
      return compileCall(node);
    case 'binary':
    case 'condition':
      return compileOperator(node, compileDirectly);
    default:
      return undefined;
  }
}

function literal(value: unknown): DirectExpression | undefined {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return () => value;
  return typeof value === 'number' && !Object.is(value, -0) ? () => value : undefined;
}

const plainPathKeys = new Set(['type', 'steps', 'position']);
const plainStepKeys = new Set(['type', 'value', 'position']);

function compilePathSteps(steps: readonly JsonataNode[], path?: JsonataNode): DirectExpression | undefined {
  const [first, ...rest] = steps;
  if (first?.type !== 'variable' || typeof first.value !== 'string' || first.value === '' || first.value === '$')
    return undefined;
  if (path && !Object.keys(path).every((key) => plainPathKeys.has(key))) return undefined;
  if (!steps.every((step) => Object.keys(step).every((key) => plainStepKeys.has(key)))) return undefined;
  if (!rest.every(({ type }) => type === 'name')) return undefined;
  return follow(
    first.value,
    rest.map(({ value }) => String(value)),
  );
}

function follow(variable: string, names: readonly string[]): DirectExpression | undefined {
  if (variable !== 'states') return (scope) => walk(own(scope.context.variables, variable), names, 0);
  switch (names[0]) {
    case 'input':
      return (scope) => walk(scope.input, names, 1);
    case 'result':
      return (scope) => walk(scope.result, names, 1);
    case 'errorOutput':
      return (scope) => walk(scope.errorOutput, names, 1);
    case 'context':
      return (scope) => walk(scope.context.contextObject(), names, 1);
    default:
      return undefined;
  }
}

function walk(
  start: Json | undefined,
  names: readonly string[],
  from: number,
): Json | undefined | typeof deferToJsonata {
  let value = start;
  for (let index = from; index < names.length; index++) {
    if (Array.isArray(value)) return deferToJsonata;
    if (!isJsonObject(value)) return undefined;
    value = own(value, names[index] as string);
  }
  return value;
}

function own(container: { readonly [name: string]: Json }, name: string): Json | undefined {
  return Object.hasOwn(container, name) ? container[name] : undefined;
}

function compileObject(node: JsonataNode): DirectExpression | undefined {
  const pairs = Array.isArray(node.lhs) ? (node.lhs as readonly (readonly [JsonataNode, JsonataNode])[]) : [];
  const names = pairs.map(([key]) => (key.type === 'string' ? String(key.value) : undefined));
  const values = pairs.map(([, value]) => compileDirectly(value));
  if (!names.every((name) => name !== undefined) || new Set(names).size < names.length) return undefined;
  if (!values.every((value) => value !== undefined)) return undefined;
  return (scope) => {
    const object: Record<string, Json> = {};
    for (let index = 0; index < names.length; index++) {
      const value = (values[index] as DirectExpression)(scope);
      if (value === deferToJsonata) return deferToJsonata;
      if (value !== undefined) setMember(object, names[index] as string, value);
    }
    return object;
  };
}

function compileArray(node: JsonataNode): DirectExpression | undefined {
  const nodes = node.expressions ?? [];
  const items = nodes.map((item) => compileDirectly(item));
  if (!items.every((item) => item !== undefined)) return undefined;
  const nested = nodes.map(({ type, value }) => type === 'unary' && value === '[');
  return (scope) => {
    const array: Json[] = [];
    for (let index = 0; index < items.length; index++) {
      const value = (items[index] as DirectExpression)(scope);
      if (value === deferToJsonata) return deferToJsonata;
      if (value === undefined) continue;
      // An array constructor within one stays an array; any other array's items are taken over one by one.
      if (Array.isArray(value) && !nested[index]) array.push(...(value as readonly Json[]));
      else array.push(value);
    }
    return array;
  };
}

function compileCall(node: JsonataNode): DirectExpression | undefined {
  const name = node.procedure?.type === 'variable' ? node.procedure.value : undefined;
  const [argument, ...more] = node.arguments ?? [];
  const given = argument && more.length === 0 ? compileDirectly(argument) : undefined;
  if (!given) return undefined;
  // A workflow variable of the same name would hide the function.
  const visible = (scope: JsonataScope) => own(scope.context.variables, String(name)) === undefined;
  if (name === 'merge') return (scope) => (visible(scope) ? merge(given(scope)) : deferToJsonata);
  if (name === 'exists') return (scope) => (visible(scope) ? exists(given(scope)) : deferToJsonata);
  return undefined;
}

function exists(value: ReturnType<DirectExpression>): boolean | typeof deferToJsonata {
  return value === deferToJsonata ? deferToJsonata : value !== undefined;
}

function merge(value: ReturnType<DirectExpression>): ReturnType<DirectExpression> {
  if (!Array.isArray(value)) return deferToJsonata;
  const merged: Record<string, Json> = {};
  for (const part of value as readonly Json[]) {
    if (!isJsonObject(part)) return deferToJsonata;
    for (const key of Object.keys(part)) setMember(merged, key, part[key] ?? null);
  }
  return merged;
}
