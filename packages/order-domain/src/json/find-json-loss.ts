import { type JSONPath, visit } from 'jsonc-parser';
import type { JsonSyntaxError } from './find-json-syntax-error.ts';
import { keepsNumber } from './keeps-number.ts';

const lostNumber = 'this number would be changed when it is read, expected at most 15 significant digits, or a text';
const twice = 'this key stands twice in its object, and only the last one would be read';
const prototype = 'a key "__proto__" is not taken, since programs mistake it';

/**
 * Finds the first place where a JSON text says something that its value in JavaScript would not: a number that becomes
 * another one, a key that stands twice in one object, `__proto__`. The text is JSON, and nested no deeper than the stack.
 */
export function findJsonLoss(text: string): JsonSyntaxError | undefined {
  const losses: JsonSyntaxError[] = [];
  const open: Set<string>[] = [];
  const note = (offset: number, path: JSONPath, problem: string) => {
    if (losses.length === 0) losses.push({ offset, problem: `${pathText(path)}${problem}` });
  };
  visit(text, {
    onObjectBegin: () => void open.push(new Set()),
    onObjectEnd: () => void open.pop(),
    onObjectProperty(key, offset, _length, _line, _character, path) {
      const keys = open.at(-1);
      if (key === '__proto__') note(offset, path(), prototype);
      else if (keys?.has(key)) note(offset, [...path(), key], twice);
      keys?.add(key);
    },
    onLiteralValue(value: unknown, offset, length, _line, _character, path) {
      if (typeof value === 'number' && !keepsNumber(text.slice(offset, offset + length)))
        note(offset, path(), lostNumber);
    },
  });
  return losses[0];
}

/** Keys that programs use; any other might be somebody's name. */
const plainKey = /^[A-Za-z_][A-Za-z0-9_]{0,40}$/;

/** The place of a value as the end of a sentence begins: `items[0].quantity: `. Empty at the top. */
function pathText(path: readonly (string | number)[]): string {
  const text = path
    .map((part) => (typeof part === 'number' ? `[${part}]` : `.${plainKey.test(part) ? part : '…'}`))
    .join('')
    .replace(/^\./, '');
  return text === '' ? '' : `${text}: `;
}
