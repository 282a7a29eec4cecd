import type { Json } from '../json/json.ts';

/**
 * JSON for people: what fits into a line of so many columns is one line, anything longer has a line each member. `before` is what
 * stands in the line already, after the indent.
 */
export function spreadJson(value: Json | undefined, columns: number, indent = '', before = 0): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const line = inOneLine(value);
  if (indent.length + before + line.length <= columns) return line;
  const inner = `${indent}  `;
  const isList = Array.isArray(value);
  const members = isList
    ? value.map((member) => spreadJson(member, columns, inner))
    : Object.entries(value).map(([key, member]) => {
        const name = `${JSON.stringify(key)}: `;
        return name + spreadJson(member, columns, inner, name.length);
      });
  const [open, close] = isList ? '[]' : '{}';
  return `${open}\n${members.map((member) => inner + member).join(',\n')}\n${indent}${close}`;
}

function inOneLine(value: Json | undefined): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  if (Array.isArray(value)) return `[${value.map(inOneLine).join(', ')}]`;
  const members = Object.entries(value).map(([key, member]) => `${JSON.stringify(key)}: ${inOneLine(member)}`);
  return members.length === 0 ? '{}' : `{ ${members.join(', ')} }`;
}
