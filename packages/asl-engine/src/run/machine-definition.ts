import type { Diagnostic } from '../definition/definition-report.ts';
import type { Json } from '../json/json.ts';
import type { CompiledMachine } from '../machine/compiled-machine.ts';

/** A checked and compiled definition; `execute` runs it any number of times. */
export interface MachineDefinition extends CompiledMachine {
  readonly comment: string | undefined;
  readonly queryLanguage: 'JSONPath' | 'JSONata';
  /** Seconds an execution may take. */
  readonly timeoutSeconds: number | undefined;
  /** What is worth a look but no obstacle. */
  readonly warnings: readonly Diagnostic[];
  /** The definition as it was given. */
  readonly source: Json;
}
