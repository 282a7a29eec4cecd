// A path holds filters, and a filter holds paths: this file and parse-filter.ts import each other as the grammar does.
import { TextCursor } from '../expression/text-cursor.ts';
import { parseFilter } from './parse-filter.ts';
import type { ParsedPath, PathSegment } from './parsed-path.ts';

const memberName = /[^\s.,()[\]?*'"=<>!&|@]+/y;
const integer = /-?\d+/y;
const variableName = /[\p{ID_Start}_][\p{ID_Continue}$]*/uy;

/** Parses a path that is the whole text. Throws SyntaxProblem. */
export function parsePath(text: string): ParsedPath {
  const cursor = new TextCursor(text);
  const path = readPath(cursor);
  if (!cursor.done) cursor.fail('unexpected character');
  return path;
}

/** Reads a path that begins where the cursor stands. */
export function readPath(cursor: TextCursor): ParsedPath {
  cursor.expect('$');
  const root = readRoot(cursor);
  return { root, segments: readSegments(cursor) };
}

function readRoot(cursor: TextCursor): ParsedPath['root'] {
  if (cursor.take('$')) return { kind: 'context' };
  const name = cursor.match(variableName);
  return name === undefined ? { kind: 'input' } : { kind: 'variable', name };
}

/** Reads the steps after the root: of a path, or of `@` in a filter. */
export function readSegments(cursor: TextCursor): PathSegment[] {
  const segments: PathSegment[] = [];
  for (;;) {
    if (cursor.take('..')) {
      segments.push({ kind: 'descendants' });
      segments.push(cursor.peek() === '[' ? readBrackets(cursor) : readMember(cursor));
    } else if (cursor.take('.')) {
      segments.push(cursor.peek() === '[' ? readBrackets(cursor) : readMember(cursor));
    } else if (cursor.peek() === '[') {
      segments.push(readBrackets(cursor));
    } else {
      return segments;
    }
  }
}

const functions = new Set(['length', 'min', 'max', 'avg', 'sum', 'stddev', 'keys', 'first', 'last']);

function readMember(cursor: TextCursor): PathSegment {
  if (cursor.take('*')) return { kind: 'wildcard' };
  const name = cursor.match(memberName);
  if (name === undefined) return cursor.fail('expected a member name');
  if (cursor.take('()')) {
    if (!functions.has(name)) cursor.fail(`'${name}()' is not a function of a path`);
    return { kind: 'function', name };
  }
  return { kind: 'child', name };
}

function readBrackets(cursor: TextCursor): PathSegment {
  cursor.expect('[');
  cursor.skipSpace();
  const segment = readSelector(cursor);
  cursor.skipSpace();
  cursor.expect(']');
  return segment;
}

function readSelector(cursor: TextCursor): PathSegment {
  if (cursor.take('*')) return { kind: 'wildcard' };
  if (cursor.take('?')) return { kind: 'filter', test: parseFilter(cursor) };
  if (cursor.peek() === "'" || cursor.peek() === '"') return readNames(cursor);
  return readNumbers(cursor);
}

function readNames(cursor: TextCursor): PathSegment {
  const names = readList(cursor, () => readQuoted(cursor));
  return names.length === 1 ? { kind: 'child', name: names[0] as string } : { kind: 'children', names };
}

function readNumbers(cursor: TextCursor): PathSegment {
  const first = cursor.match(integer);
  cursor.skipSpace();
  if (cursor.peek() === ':') return readSlice(cursor, first);
  if (first === undefined) return cursor.fail('expected a name in quotes, an index, a slice, * or a filter');
  const rest = cursor.take(',') ? readList(cursor, () => readInteger(cursor)) : [];
  return rest.length === 0
    ? { kind: 'index', index: Number(first) }
    : { kind: 'indexes', indexes: [Number(first), ...rest] };
}

function readSlice(cursor: TextCursor, first: string | undefined): PathSegment {
  cursor.expect(':');
  const to = cursor.match(integer);
  const step = cursor.take(':') ? Number(cursor.match(integer) ?? 1) : 1;
  if (step <= 0) cursor.fail('a step must be positive');
  const number = (text: string | undefined) => (text === undefined ? undefined : Number(text));
  return { kind: 'slice', from: number(first), to: number(to), step };
}

function readInteger(cursor: TextCursor): number {
  const text = cursor.match(integer);
  return text === undefined ? cursor.fail('expected an index') : Number(text);
}

function readList<Item>(cursor: TextCursor, readItem: () => Item): Item[] {
  const items: Item[] = [];
  do {
    cursor.skipSpace();
    items.push(readItem());
    cursor.skipSpace();
  } while (cursor.take(','));
  return items;
}

/** Reads a name or a text in single or double quotes; a backslash makes the next character plain. */
export function readQuoted(cursor: TextCursor): string {
  const quote = cursor.peek();
  if (quote !== "'" && quote !== '"') return cursor.fail('expected a quote');
  cursor.at++;
  let text = '';
  while (!cursor.done) {
    const character = cursor.peek();
    cursor.at++;
    if (character === quote) return text;
    if (character === '\\' && (cursor.peek() === quote || cursor.peek() === '\\')) {
      text += cursor.peek();
      cursor.at++;
    } else {
      text += character;
    }
  }
  return cursor.fail('a quote is not closed');
}
