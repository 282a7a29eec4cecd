import { isJsonObject, type Json, type JsonObject } from '../json/json.ts';

type References = Readonly<Record<string, readonly string[]>>;

/**
 * Which variables the states of a machine read, by the name of the state (API reference, "DescribeStateMachine", variableReferences).
 * States that read none are left out; nothing when there is no other.
 */
export function variableReferences(machine: Json): { readonly variableReferences?: References } {
  const found: Record<string, readonly string[]> = {};
  if (isJsonObject(machine)) visit(machine, machine['QueryLanguage'] === 'JSONata', found);
  return Object.keys(found).length > 0 ? { variableReferences: found } : {};
}

function visit(machine: JsonObject, isJsonata: boolean, found: Record<string, readonly string[]>): void {
  const states = isJsonObject(machine['States']) ? machine['States'] : {};
  for (const [name, state] of Object.entries(states)) {
    if (!isJsonObject(state)) continue;
    const { Branches = [], ItemProcessor = null, Iterator = null, QueryLanguage, ...own } = state;
    const names = new Set<string>();
    collect(own, '', isJsonata || QueryLanguage === 'JSONata' ? ofJsonata : ofJsonPath, names);
    if (names.size > 0) found[name] = [...names];
    const inner = [...(Array.isArray(Branches) ? (Branches as readonly Json[]) : []), ItemProcessor, Iterator];
    for (const each of inner) if (isJsonObject(each)) visit(each, isJsonata, found);
  }
}

type NamesIn = (text: string, field: string) => readonly string[];

function collect(value: Json, field: string, namesIn: NamesIn, names: Set<string>): void {
  if (typeof value === 'string') for (const name of namesIn(value, field)) names.add(name);
  else if (Array.isArray(value)) for (const item of value as readonly Json[]) collect(item, field, namesIn, names);
  else if (isJsonObject(value))
    for (const [member, inner] of Object.entries(value)) collect(inner, member, namesIn, names);
}

// A name that no letter and no other dollar stands before, and that is not called.
const reference = /(?<![\p{ID_Continue}$])\$(\p{ID_Start}\p{ID_Continue}*)(?!\p{ID_Continue}|\s*\()/gu;
const literals = /'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"/g;

function ofJsonata(text: string): readonly string[] {
  const [, expression] = /^\{%([\s\S]*)%\}$/.exec(text) ?? [];
  if (expression === undefined) return [];
  const code = expression.replace(literals, '""').replace(/\/\*[\s\S]*?\*\//g, '');
  const bound = [...code.matchAll(/\$(\p{ID_Start}\p{ID_Continue}*)\s*:=/gu)].map(([, name]) => name);
  const taken = [...code.matchAll(/(?:function|λ)\s*\(([^)]*)\)/g)].flatMap(([, list = '']) =>
    [...list.matchAll(reference)].map(([, name]) => name),
  );
  const own = new Set<string | undefined>(['states', ...bound, ...taken]);
  return [...code.matchAll(reference)].flatMap(([, name = '']) => (own.has(name) ? [] : [name]));
}

function ofJsonPath(text: string, field: string): readonly string[] {
  if (!field.endsWith('.$') && !field.endsWith('Path') && field !== 'Variable') return [];
  return [...text.replace(literals, "''").matchAll(reference)].map(([, name = '']) => name);
}
