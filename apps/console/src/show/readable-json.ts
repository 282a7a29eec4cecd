import { indentJson } from './json-pieces.ts';

/** JSON with line breaks, where that changes nothing else: a number that JavaScript cannot hold stays as it was written. */
export function readableJson(json: string): string {
  const indented = indentJson(json);
  return indented !== undefined && JSON.stringify(JSON.parse(json)) === json ? indented : json;
}
