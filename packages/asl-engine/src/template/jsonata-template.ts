import { SyntaxProblem } from '../expression/syntax-problem.ts';
import { evaluationFailure } from '../failure/state-failure.ts';
import { setMember } from '../json/copy-json.ts';
import { isJsonObject, type Json } from '../json/json.ts';
import { compileJsonata, isJsonataText } from '../jsonata/compile-jsonata.ts';
import type { SometimesMember } from '../jsonata/find-unsupported.ts';
import type { JsonataScope } from '../jsonata/jsonata-scope.ts';

/** A compiled JSONata template: Arguments, Output, Assign, Items. Throws, or rejects with, StateFailure. */
export type JsonataTemplate = (scope: JsonataScope) => Json | Promise<Json>;

/**
 * Compiles a template whose texts of the form `{% … %}` are expressions. `location` names the field, as `Output`; `members` says what
 * of `$states` it has besides input and context. Throws SyntaxProblem.
 */
export function compileJsonataTemplate(
  template: Json,
  location: string,
  members: readonly SometimesMember[] = [],
): JsonataTemplate {
  return compile(template, location, members) ?? (() => template);
}

type Members = readonly SometimesMember[];

function compile(template: Json, location: string, members: Members): JsonataTemplate | undefined {
  if (isJsonataText(template)) return compileExpression(template, location, members);
  if (Array.isArray(template)) return compileArray(template, location, members);
  if (isJsonObject(template)) return compileObject(template, location, members);
  if (isHalfDelimited(template))
    throw new SyntaxProblem(`'${template}' must begin with '{%' and end with '%}', without space around`);
  return undefined;
}

function isHalfDelimited(template: Json): boolean {
  return typeof template === 'string' && template.startsWith('{%') !== template.endsWith('%}');
}

function compileExpression(text: string, location: string, members: Members): JsonataTemplate {
  const expression = compileJsonata(text, location, members);
  const given = (value: Json | undefined): Json => {
    if (value !== undefined) return value;
    const cause = `The JSONata expression '${expression.text}' specified for the field '${location}' returned nothing (undefined).`;
    throw evaluationFailure(cause, location);
  };
  return (scope) => {
    const value = expression.evaluate(scope);
    return value instanceof Promise ? value.then(given) : given(value);
  };
}

function compileArray(template: readonly Json[], location: string, members: Members): JsonataTemplate | undefined {
  const items = template.map((item, index) => compile(item, `${location}[${index}]`, members));
  if (items.every((item) => item === undefined)) return undefined;
  return (scope) => gather(items, template, scope, (values) => values);
}

function compileObject(
  template: { readonly [name: string]: Json },
  location: string,
  available: Members,
): JsonataTemplate | undefined {
  const names = Object.keys(template);
  const fixed = Object.values(template);
  const members = names.map((name, index) => compile(fixed[index] ?? null, `${location}/${name}`, available));
  if (members.every((member) => member === undefined)) return undefined;
  return (scope) => gather(members, fixed, scope, (values) => toObject(names, values));
}

function toObject(names: readonly string[], values: readonly Json[]): Json {
  const object: Record<string, Json> = {};
  for (let index = 0; index < names.length; index++) setMember(object, names[index] as string, values[index] ?? null);
  return object;
}

type Build = (values: readonly Json[]) => Json;

// Without a promise as long as no part needs one.
function gather(
  parts: readonly (JsonataTemplate | undefined)[],
  fixed: readonly Json[],
  scope: JsonataScope,
  build: Build,
): Json | Promise<Json> {
  const values: Json[] = [];
  for (let index = 0; index < parts.length; index++) {
    const part = parts[index];
    const value = part ? part(scope) : (fixed[index] ?? null);
    if (value instanceof Promise) return gatherSlowly(parts, fixed, scope, build, values, value);
    values.push(value);
  }
  return build(values);
}

async function gatherSlowly(
  parts: readonly (JsonataTemplate | undefined)[],
  fixed: readonly Json[],
  scope: JsonataScope,
  build: Build,
  values: Json[],
  first: Promise<Json>,
): Promise<Json> {
  values.push(await first);
  for (let index = values.length; index < parts.length; index++)
    values.push((await parts[index]?.(scope)) ?? fixed[index] ?? null);
  return build(values);
}
