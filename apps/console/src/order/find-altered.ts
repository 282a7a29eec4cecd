import { visit } from 'jsonc-parser';
import { keepsNumber } from './keeps-number.ts';

/** What JavaScript would change without a word when it reads a text that is JSON. */
export interface Altered {
  /** Index of the UTF-16 code unit. */
  readonly offset: number;
  readonly problem: string;
}

/** The first place of such a text; undefined when nothing is changed. The text must be JSON. */
export function findAltered(text: string): Altered | undefined {
  const found: Altered[] = [];
  const keys: Set<string>[] = [];
  visit(text, {
    onObjectBegin: () => void keys.push(new Set()),
    onObjectEnd: () => void keys.pop(),
    onObjectProperty(key, offset) {
      const known = keys.at(-1);
      if (known?.has(key)) found.push({ offset, problem: 'this key stands here twice, and only the last would count' });
      known?.add(key);
    },
    onLiteralValue(value, offset, length) {
      if (typeof value !== 'number' || keepsNumber(text.slice(offset, offset + length))) return;
      const becomes = Number.isFinite(value) ? `it would become ${value}` : 'it is too large';
      found.push({ offset, problem: `JSON in JavaScript cannot hold this number: ${becomes}` });
    },
  });
  return found[0];
}
