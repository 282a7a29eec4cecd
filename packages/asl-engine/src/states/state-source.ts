import type { Dialect } from '../dataflow/dialect.ts';
import type { StateReader } from '../definition/state-reader.ts';
import type { CompiledMachine, CompiledState } from '../machine/compiled-machine.ts';

/** What a state is compiled from. */
export interface StateSource {
  readonly name: string;
  readonly reader: StateReader;
  /** The query language it is written in. */
  readonly dialect: Dialect;
  /** Compiles a machine within the state: a branch, an item processor. */
  readonly compileMachine: (reader: StateReader) => CompiledMachine | undefined;
}

/** Compiles one type of state. What is wrong goes to the reader's report. */
export type CompileState = (source: StateSource) => CompiledState | undefined;

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
