import type { StateReader } from '../definition/state-reader.ts';
import type { EvaluationContext } from '../expression/evaluation-context.ts';
import type { Json } from '../json/json.ts';
import { parsePath } from './parse-path.ts';
import { isDefinite, type ParsedPath, type PathSegment } from './parsed-path.ts';
import { selectValues } from './select-values.ts';

/** A compiled path. `read` gives the value it leads to, or undefined when it leads nowhere. */
export interface CompiledPath {
  readonly text: string;
  /** True for `$`, `$.a[0]` and the like; an indefinite path always leads to a list. */
  readonly definite: boolean;
  readonly read: (input: Json, context: EvaluationContext) => Json | undefined;
}

/** Compiles a JSONPath: `$…` reads the input, `$$…` the context object, `$name…` a variable. Throws SyntaxProblem. */
export function compilePath(text: string): CompiledPath {
  return compileParsedPath(text, parsePath(text));
}

/** Compiles a path that was read as part of a longer text. */
export function compileParsedPath(text: string, { root, segments }: ParsedPath): CompiledPath {
  const definite = isDefinite(segments);
  const follow = compileSegments(segments, definite);
  const path = { text, definite };
  if (root.kind === 'input') return { ...path, read: follow };
  if (root.kind === 'context') return { ...path, read: (_, context) => follow(context.contextObject()) };
  const { name } = root;
  return {
    ...path,
    read(_, { variables }) {
      const value = Object.hasOwn(variables, name) ? variables[name] : undefined;
      return value === undefined ? undefined : follow(value);
    },
  };
}

function compileSegments(segments: readonly PathSegment[], definite: boolean): (start: Json) => Json | undefined {
  if (segments.length === 0) return (start) => start;
  if (segments.length === 1 && segments[0]?.kind === 'child') return memberReader(segments[0].name);
  if (segments.every(({ kind }) => kind === 'child' || kind === 'index')) return plainReader(segments);
  if (definite) return (start) => selectValues(segments, start, start)[0];
  return (start) => selectValues(segments, start, start);
}

function memberReader(name: string): (start: Json) => Json | undefined {
  return (start) => readMember(start, name);
}

function plainReader(segments: readonly PathSegment[]): (start: Json) => Json | undefined {
  const keys = segments.map((segment) =>
    segment.kind === 'child' ? segment.name : segment.kind === 'index' ? segment.index : '',
  );
  return (start) => {
    let value: Json | undefined = start;
    for (const key of keys) {
      value = typeof key === 'string' ? readMember(value, key) : readItem(value, key);
      if (value === undefined) return undefined;
    }
    return value;
  };
}

function readMember(value: Json, name: string): Json | undefined {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return undefined;
  return Object.hasOwn(value, name) ? (value as Record<string, Json>)[name] : undefined;
}

function readItem(value: Json, index: number): Json | undefined {
  if (!Array.isArray(value)) return undefined;
  return value[index < 0 ? value.length + index : index];
}

/** Compiles a field that holds a path and reports what is wrong with it. */
export function compilePathField(reader: StateReader, field: string, text: Json): CompiledPath | undefined {
  if (typeof text === 'string') return reader.compile(field, () => compilePath(text));
  reader.error(field, 'must be a JSONPath.');
  return undefined;
}
