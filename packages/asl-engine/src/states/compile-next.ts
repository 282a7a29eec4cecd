import type { StateReader } from '../definition/state-reader.ts';

/** Reads Next and End of a state that goes on or ends: exactly one of them. undefined is the end. */
export function compileNext(reader: StateReader): string | undefined {
  const next = reader.text('Next');
  const end = reader.get('End');
  if (end !== undefined && typeof end !== 'boolean') reader.error('End', 'must be true or false.');
  if (next === undefined && end !== true)
    reader.error('Next', 'is missing: name the state that follows, or set "End": true.');
  if (next !== undefined && end === true) reader.error('Next', 'cannot stand beside "End": true; keep one of them.');
  return next;
}
