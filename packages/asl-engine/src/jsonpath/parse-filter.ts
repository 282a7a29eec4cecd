// A filter holds paths, and a path holds filters: this file and parse-path.ts import each other as the grammar does.
import type { TextCursor } from '../expression/text-cursor.ts';
import type { Json } from '../json/json.ts';
import { readQuoted, readSegments } from './parse-path.ts';
import type { FilterExpression, FilterOperand } from './parsed-path.ts';

const comparison = /==|!=|<=|>=|=~|<|>|(?:in|nin|subsetof|anyof|noneof|size|empty|contains)\b/iy;
const number = /-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const word = /true|false|null/y;
const regex = /\/((?:[^/\\]|\\.)+)\/([a-z]*)/y;

/** Reads `( condition )` after a question mark; the brackets may be left out. */
export function parseFilter(cursor: TextCursor): FilterExpression {
  cursor.skipSpace();
  return readOr(cursor);
}

function readOr(cursor: TextCursor): FilterExpression {
  return readJoined(cursor, 'or', '||', () => readJoined(cursor, 'and', '&&', () => readUnary(cursor)));
}

function readJoined(
  cursor: TextCursor,
  kind: 'or' | 'and',
  sign: string,
  readPart: () => FilterExpression,
): FilterExpression {
  const first = readPart();
  const parts = [first];
  for (cursor.skipSpace(); cursor.take(sign); cursor.skipSpace()) parts.push(readPart());
  return parts.length === 1 ? first : { kind, parts };
}

function readUnary(cursor: TextCursor): FilterExpression {
  cursor.skipSpace();
  if (cursor.take('!')) return { kind: 'not', part: readUnary(cursor) };
  if (cursor.take('(')) {
    const inner = readOr(cursor);
    cursor.skipSpace();
    cursor.expect(')');
    return inner;
  }
  return readComparison(cursor);
}

function readComparison(cursor: TextCursor): FilterExpression {
  const left = readOperand(cursor);
  cursor.skipSpace();
  const operator = cursor.match(comparison);
  if (operator === undefined) return { kind: 'exists', operand: left };
  return { kind: 'compare', operator: operator.toLowerCase(), left, right: readOperand(cursor) };
}

function readOperand(cursor: TextCursor): FilterOperand {
  cursor.skipSpace();
  if (cursor.take('@')) return { kind: 'path', from: '@', segments: readSegments(cursor) };
  if (cursor.take('$')) return { kind: 'path', from: '$', segments: readSegments(cursor) };
  if (cursor.peek() === '/') return readRegex(cursor);
  return { kind: 'literal', value: readLiteral(cursor) };
}

function readRegex(cursor: TextCursor): FilterOperand {
  const text = cursor.match(regex) ?? cursor.fail('expected a regular expression');
  const end = text.lastIndexOf('/');
  try {
    return { kind: 'regex', regex: new RegExp(`^(?:${text.slice(1, end)})$`, text.slice(end + 1)) };
  } catch {
    return cursor.fail('the regular expression is not valid');
  }
}

function readLiteral(cursor: TextCursor): Json {
  if (cursor.peek() === "'" || cursor.peek() === '"') return readQuoted(cursor);
  if (cursor.take('[')) return readArray(cursor);
  const text = cursor.match(number) ?? cursor.match(word);
  return text === undefined ? cursor.fail('expected a value') : JSON.parse(text);
}

function readArray(cursor: TextCursor): Json {
  const items: Json[] = [];
  for (cursor.skipSpace(); !cursor.take(']'); cursor.skipSpace()) {
    if (items.length > 0) cursor.expect(',');
    cursor.skipSpace();
    items.push(readLiteral(cursor));
  }
  return items;
}
