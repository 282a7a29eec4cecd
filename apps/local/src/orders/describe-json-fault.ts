import type { JsonFault } from '../json/find-json-fault.ts';
import { printable } from '../terminal/printable.ts';

const excerptWidth = 64;

/** `line 3, column 17: expected a comma or "}"`, and the place itself with a mark under it. */
export function describeJsonFault(text: string, { offset, problem }: JsonFault, firstLine = 1): string {
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  const lineEnd = text.indexOf('\n', offset);
  const line = text.slice(lineStart, lineEnd < 0 ? text.length : lineEnd);
  const number = String(firstLine + text.slice(0, lineStart).split('\n').length - 1);
  const column = offset - lineStart;
  const from = Math.max(0, Math.min(column - excerptWidth / 2, line.length - excerptWidth));
  const excerpt = printable(line.slice(from, from + excerptWidth));
  const gutter = ' '.repeat(number.length);
  return [
    `line ${number}, column ${column + 1}: ${problem}`,
    `  ${number} | ${excerpt}`,
    `  ${gutter} | ${' '.repeat(column - from)}^`,
  ].join('\n');
}
