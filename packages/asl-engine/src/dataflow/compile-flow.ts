import type { StateReader } from '../definition/state-reader.ts';
import type { DataFlow } from './dialect.ts';
import { compileJsonataFlow } from './jsonata-flow.ts';
import { compileJsonPathFlow } from './jsonpath-flow.ts';

/** Compiles the data flow of a state in its query language. */
export function compileFlow(reader: StateReader): DataFlow {
  return reader.queryLanguage === 'JSONata' ? compileJsonataFlow(reader) : compileJsonPathFlow(reader);
}
