import { findJsonFault, type JsonFault } from './find-json-fault.ts';
import { findJsonLoss } from './find-json-loss.ts';

/** Orders nest three levels deep; a text nested much deeper would exhaust the stack of whoever walks it. */
const deepest = 100;

/** The first place where a text is not JSON, is nested too deep, or would be changed by being read; undefined otherwise. */
export function findJsonProblem(text: string): (JsonFault & { readonly isJson: boolean }) | undefined {
  const fault = findJsonFault(text, deepest);
  if (fault) return { ...fault, isJson: false };
  const loss = findJsonLoss(text);
  return loss && { ...loss, isJson: true };
}
