import { findJsonLoss } from './find-json-loss.ts';
import { findJsonSyntaxError, type JsonSyntaxError } from './find-json-syntax-error.ts';

/** Orders nest three levels deep; a text nested much deeper would exhaust the stack of whoever walks it. */
const deepest = 100;

/** The first place where a text is not JSON, is nested too deep, or would be changed by being read; undefined otherwise. */
export function findJsonProblem(text: string): (JsonSyntaxError & { readonly isJson: boolean }) | undefined {
  const fault = findJsonSyntaxError(text, deepest);
  if (fault) return { ...fault, isJson: false };
  const loss = findJsonLoss(text);
  return loss && { ...loss, isJson: true };
}

/** Where an offset is, as people count: `line 3, column 17`. */
export function placeInText(text: string, offset: number): string {
  const before = text.slice(0, offset).split('\n');
  return `line ${before.length}, column ${(before.at(-1) ?? '').length + 1}`;
}
