import { findJsonSyntaxError } from '../order/find-json-syntax-error.ts';
import { mostCharacters } from './draft.ts';

/** Why a text cannot be started as an order, with the place; undefined when it can. */
export function findTextProblem(text: string): string | undefined {
  if (text.length > mostCharacters) {
    const [is, most] = [text.length, mostCharacters].map((count) => count.toLocaleString('en'));
    return `This text has ${is} characters, and no order has more than ${most}: it is neither read nor kept.`;
  }
  const fault = findJsonSyntaxError(text);
  return fault && `Line ${fault.line}, column ${fault.column}: ${fault.problem}.`;
}
