import { readableText } from './readable-text.ts';

export interface JsonPiece {
  readonly kind: 'key' | 'string' | 'number' | 'word' | 'plain';
  readonly text: string;
}

const piece = /("(?:[^"\\]|\\.)*")(\s*:)?|(-?\d[\d.eE+-]*)|(true|false|null)/g;

/** Characters; above, colours would cost a browser more than they help a reader. */
const mostColoured = 50_000;

/** More is no input or output of Step Functions, even with line breaks. */
const mostShown = 1_000_000;

/**
 * JSON with line breaks and in pieces that can be coloured. What is no JSON stays as it is. What would deceive the reader is
 * written out, as JSON does it.
 */
export function jsonPieces(json: string): readonly JsonPiece[] {
  const plain = indentJson(json);
  const text = readableText(plain ?? json, { most: mostShown, lines: true });
  if (plain === undefined || text.length > mostColoured) return [{ kind: 'plain', text }];
  const pieces: JsonPiece[] = [];
  let at = 0;
  for (const match of text.matchAll(piece)) {
    const [whole, quoted, colon, number] = match;
    if (match.index > at) pieces.push({ kind: 'plain', text: text.slice(at, match.index) });
    at = match.index + whole.length;
    if (quoted === undefined) {
      pieces.push({ kind: number === undefined ? 'word' : 'number', text: whole });
    } else {
      pieces.push({ kind: colon === undefined ? 'string' : 'key', text: quoted });
      at = match.index + quoted.length;
    }
  }
  return at < text.length ? [...pieces, { kind: 'plain', text: text.slice(at) }] : pieces;
}

/** JSON with line breaks; undefined when it is no JSON. */
export function indentJson(json: string): string | undefined {
  try {
    return JSON.stringify(JSON.parse(json), undefined, 2);
  } catch {
    return undefined;
  }
}

/** JSON with line breaks, where that changes nothing else: a number that JavaScript cannot hold stays as it was written. */
export function readableJson(json: string): string {
  const indented = indentJson(json);
  return indented !== undefined && JSON.stringify(JSON.parse(json)) === json ? indented : json;
}
