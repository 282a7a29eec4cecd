import type { Execution } from './execution.ts';
import type { ExecutionOptions } from './execution-options.ts';
import type { MachineDefinition } from './machine-definition.ts';
import { Run } from './run.ts';
import { startRun } from './start-run.ts';

/**
 * Starts an execution of a definition. It begins before this returns, and its `result` never rejects.
 *
 * @example
 * const execution = execute(definition, { input: { orderId: '12345' }, invokeLambda: ({ payload }) => ({ payload }) });
 * const { status, output } = await execution.result;
 */
export function execute(definition: MachineDefinition, options: ExecutionOptions = {}): Execution {
  return startRun(new Run(definition, options));
}
