import { TaskFailure } from '../host/task-failure.ts';
import type { TaskIntegration } from '../host/task-handler.ts';
import { copyJson } from '../json/copy-json.ts';
import { isJsonObject, type Json } from '../json/json.ts';
import { execute } from './execute.ts';
import type { ExecutionOptions, ExecutionResult } from './execution-options.ts';
import type { MachineDefinition } from './machine-definition.ts';

/** A state machine that others may start, and what its executions run with. */
export interface NestedMachine {
  readonly definition: MachineDefinition;
  readonly options?: Omit<ExecutionOptions, 'input' | 'name' | 'stateMachineArn' | 'clock'>;
}

/**
 * The integration `states:startExecution`: starts another machine and goes on (`request`), or waits for its end (`.sync`, whose
 * Output is JSON text, and `.sync:2`, whose Output is JSON). A nested execution that fails, fails the task with States.TaskFailed and
 * its description as the cause; it is stopped when the task ends first.
 *
 * @example
 * execute(definition, { integrations: { 'states:startExecution': nestedExecutions({ [childArn]: { definition: child } }) } });
 */
export function nestedExecutions(machines: Readonly<Record<string, NestedMachine>>): TaskIntegration {
  return async (parameters, { pattern, clock, signal, submitted }) => {
    const given = isJsonObject(parameters) ? parameters : {};
    const stateMachineArn = String(given['StateMachineArn'] ?? '');
    const machine = Object.hasOwn(machines, stateMachineArn) ? machines[stateMachineArn] : undefined;
    if (!machine)
      throw new TaskFailure(
        'StepFunctions.StateMachineDoesNotExistException',
        `State Machine Does Not Exist: '${stateMachineArn}'`,
      );
    const input = readInput(given['Input']);
    const name = typeof given['Name'] === 'string' ? { name: given['Name'] } : {};
    const execution = execute(machine.definition, { ...machine.options, ...name, input, stateMachineArn, clock });
    const started = { ExecutionArn: execution.executionArn, StartDate: clock.now() };
    if (pattern === 'request') return started;
    submitted(started);
    signal.addEventListener('abort', () => execution.stop(), { once: true });
    return conclude(
      await execution.result,
      { ...started, Name: execution.name, StateMachineArn: stateMachineArn, Input: JSON.stringify(input) },
      pattern,
    );
  };
}

function readInput(input: Json = {}): Json {
  if (typeof input !== 'string') return input;
  try {
    return JSON.parse(input);
  } catch {
    throw new TaskFailure(
      'StepFunctions.InvalidExecutionInputException',
      'Invalid State Machine Execution Input: the text is not JSON.',
    );
  }
}

function conclude(result: ExecutionResult, about: { readonly [name: string]: Json }, pattern: string): Json {
  const { status, output = null, error, cause, stopDate } = result;
  const description = {
    ...about,
    Status: status,
    StopDate: stopDate.getTime(),
    ...(status === 'SUCCEEDED' && { Output: pattern === 'sync:2' ? output : JSON.stringify(output) }),
    ...(error !== undefined && { Error: error }),
    ...(cause !== undefined && { Cause: cause }),
  };
  if (status === 'SUCCEEDED') return copyJson(description);
  throw new TaskFailure('States.TaskFailed', JSON.stringify(description));
}
