import { SyntaxProblem } from '../expression/syntax-problem.ts';
import { setMember } from '../json/copy-json.ts';
import { isJsonObject, type Json } from '../json/json.ts';
import { parsePath } from './parse-path.ts';

/** Puts a value at a place in a document and gives the new document; undefined when the place cannot be made. */
export type ReferencePath = (document: Json, value: Json) => Json | undefined;

/**
 * Compiles a Reference Path (spec, "Reference Paths"): a path to a single node, which ResultPath creates where it is missing. Only
 * what lies on the way is copied. Throws SyntaxProblem.
 */
export function compileReferencePath(text: string): ReferencePath {
  const { root, segments } = parsePath(text);
  if (root.kind !== 'input') throw new SyntaxProblem(`'${text}' must begin at the input, with '$.' or '$['`);
  const keys = segments.map((segment) => {
    if (segment.kind === 'child') return segment.name;
    if (segment.kind === 'index' && segment.index >= 0) return segment.index;
    throw new SyntaxProblem(`'${text}' must lead to a single node: no wildcard, slice, filter or '..'`);
  });
  return (document, value) => put(document, keys, 0, value);
}

function put(node: Json | undefined, keys: readonly (string | number)[], depth: number, value: Json): Json | undefined {
  const key = keys[depth];
  if (key === undefined) return value;
  return typeof key === 'string' ? putMember(node, key, keys, depth, value) : putItem(node, key, keys, depth, value);
}

function putMember(
  node: Json | undefined,
  key: string,
  keys: readonly (string | number)[],
  depth: number,
  value: Json,
): Json | undefined {
  if (node !== undefined && !isJsonObject(node)) return undefined;
  const inner = put(node && Object.hasOwn(node, key) ? node[key] : undefined, keys, depth + 1, value);
  if (inner === undefined) return undefined;
  const copy: Record<string, Json> = { ...node };
  setMember(copy, key, inner);
  return copy;
}

function putItem(
  node: Json | undefined,
  index: number,
  keys: readonly (string | number)[],
  depth: number,
  value: Json,
): Json | undefined {
  if (!Array.isArray(node) || index >= node.length) return undefined;
  const inner = put(node[index], keys, depth + 1, value);
  if (inner === undefined) return undefined;
  return (node as readonly Json[]).with(index, inner);
}
