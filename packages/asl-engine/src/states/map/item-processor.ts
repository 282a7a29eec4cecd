import type { StateReader } from '../../definition/state-reader.ts';
import type { CompiledMachine } from '../../machine/compiled-machine.ts';
import type { StateSource } from '../state-source.ts';

/** The machine a Map state runs for each item, and how. */
export interface ItemProcessor {
  readonly machine: CompiledMachine;
  readonly mode: 'INLINE' | 'DISTRIBUTED';
}

/** Compiles ItemProcessor, or Iterator as older definitions have it. */
export function compileItemProcessor(
  reader: StateReader,
  compileMachine: StateSource['compileMachine'],
): ItemProcessor | undefined {
  const field = reader.has('ItemProcessor') ? 'ItemProcessor' : 'Iterator';
  const source = reader.object(field);
  if (reader.has('ItemProcessor') && reader.has('Iterator'))
    reader.error('Iterator', 'is the old name of ItemProcessor; keep one of them.');
  if (!source) {
    if (!reader.has(field)) reader.error('ItemProcessor', 'is missing: the states to run for each item.');
    return undefined;
  }
  const inner = reader.inner(source, field);
  inner.allowOnly(['ProcessorConfig', 'StartAt', 'States', 'Comment'], `those of ${field}`);
  const machine = compileMachine(inner);
  return machine && { machine, mode: readMode(inner) };
}

function readMode(processor: StateReader): ItemProcessor['mode'] {
  const config = processor.objectReader('ProcessorConfig');
  config?.allowOnly(['Mode', 'ExecutionType'], 'those of ProcessorConfig');
  const mode = config?.choice('Mode', ['INLINE', 'DISTRIBUTED']) ?? 'INLINE';
  const executionType = config?.choice('ExecutionType', ['STANDARD', 'EXPRESS']);
  if (mode === 'DISTRIBUTED' && executionType === undefined && !config?.has('ExecutionType'))
    config?.error('ExecutionType', "is missing: a distributed Map needs it, 'STANDARD' or 'EXPRESS'.");
  return mode;
}
