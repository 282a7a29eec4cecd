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
