import { fieldsOf } from '../json/json-object.ts';

/** As much of a sentence as a list has room for. */
const longest = 500;

/** The sentence of a cause. What a function failed with is JSON, and the sentence is its `errorMessage`. */
export function sentenceOf(cause: string | undefined): string | undefined {
  if (cause === undefined || cause === '') return undefined;
  return (messageIn(cause) ?? cause).slice(0, longest);
}

function messageIn(cause: string): string | undefined {
  try {
    const { errorMessage } = fieldsOf(JSON.parse(cause));
    return typeof errorMessage === 'string' ? errorMessage : undefined;
  } catch {
    return undefined;
  }
}
