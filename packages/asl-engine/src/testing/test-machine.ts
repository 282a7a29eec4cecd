import { createVirtualClock, type VirtualClock } from '../clock/virtual-clock.ts';
import type { HistoryEvent } from '../history/event-record.ts';
import { TaskFailure } from '../host/task-failure.ts';
import type { LambdaInvocation, TaskIntegration } from '../host/task-handler.ts';
import { execute } from '../run/execute.ts';
import type { Execution } from '../run/execution.ts';
import type { ExecutionResult } from '../run/execution-options.ts';
import { parseDefinition } from '../run/parse-definition.ts';
import { type Coverage, CoverageCounter } from './coverage.ts';
import { TokenHolder } from './token-holder.ts';

/** A function under its name: gets the event, gives the result. Throws TaskFailure, or any error, to fail. */
export type TestedLambda = (event: never, invocation: LambdaInvocation) => unknown;

/** What a machine is tested with. */
export interface TestMachineOptions {
  /** Functions by name; an ARN that ends in the name counts. */
  readonly lambdas?: Readonly<Record<string, TestedLambda>>;
  /** Integrations by name, as `sqs:sendMessage`. */
  readonly integrations?: Readonly<Record<string, TaskIntegration>>;
  /** What `${Name}` in the definition's text stands for. */
  readonly substitutions?: Readonly<Record<string, string | number>>;
  /** Determines jitter and the like; 1 unless told otherwise. */
  readonly seed?: number;
  readonly type?: 'STANDARD' | 'EXPRESS';
  /**
   * `'pass'`: virtual time goes on while a task waits for its token, as time-outs need it. `'hold'` (the default): it stands still until
   * the token is answered, so that an answer may come from wherever, however late.
   */
  readonly tokens?: 'hold' | 'pass';
}

/** How a run went. */
export interface TestedRun extends ExecutionResult {
  /** The states that were entered, in order. */
  readonly states: readonly string[];
  readonly events: readonly HistoryEvent[];
  /** Milliseconds of virtual time. */
  readonly took: number;
  readonly execution: Execution;
}

/** A machine under test. */
export interface TestedMachine {
  readonly clock: VirtualClock;
  /** Runs it to its end. */
  run(input?: unknown, options?: { readonly name?: string }): Promise<TestedRun>;
  /** Answers a task that waits for its token. Throws Error, which says what to do, when none waits any more. */
  sendTaskSuccess(token: string, output: unknown): void;
  sendTaskFailure(token: string, failure?: { readonly error?: string; readonly cause?: string }): void;
  sendTaskHeartbeat(token: string): void;
  /** What all runs so far took. */
  coverage(): Coverage;
}

/**
 * A state machine to be tested, on a clock that jumps over waits. Takes the definition as text or object. Throws DefinitionInvalid.
 *
 * @example
 * const machine = testMachine(definition, { lambdas: { charge: ({ amount }) => ({ charged: amount }) } });
 * expect(await machine.run({ amount: 5 })).toMatchObject({ status: 'SUCCEEDED', output: { charged: 5 } });
 * machine.coverage().atLeast(80);
 */
export function testMachine(definition: string | object, options: TestMachineOptions = {}): TestedMachine {
  const { lambdas = {}, integrations = {}, substitutions = {}, seed = 1, type = 'STANDARD', tokens = 'hold' } = options;
  const text = typeof definition === 'string' ? definition : JSON.stringify(definition);
  const compiled = parseDefinition(substitute(text, substitutions));
  const clock = createVirtualClock();
  const counter = new CoverageCounter(compiled.source);
  const holder = new TokenHolder(tokens === 'hold' ? clock : undefined);
  return {
    clock,
    async run(input, { name } = {}) {
      const states: string[] = [];
      const execution = execute(compiled, {
        ...{ clock, seed, type, input: input ?? {}, ...(name !== undefined && { name }) },
        integrations: holder.holding(integrations),
        invokeLambda: async (invocation) => ({ payload: await callLambda(lambdas, invocation) }),
        onTaken(state, place) {
          counter.take(state, place);
          if (place === '') states.push(state);
        },
      });
      holder.add(execution);
      const result = await execution.result;
      const took = result.stopDate.getTime() - result.startDate.getTime();
      return { ...result, states, took, events: execution.history(), execution };
    },
    sendTaskSuccess: (token, output) => holder.answer(token, (execution) => execution.sendTaskSuccess(token, output)),
    sendTaskFailure: (token, failure) => holder.answer(token, (execution) => execution.sendTaskFailure(token, failure)),
    sendTaskHeartbeat: (token) => holder.beat(token, (execution) => execution.sendTaskHeartbeat(token)),
    coverage: () => counter.coverage(),
  };
}

function callLambda(lambdas: Readonly<Record<string, TestedLambda>>, invocation: LambdaInvocation): unknown {
  const { functionName, payload } = invocation;
  const [, name = functionName] = /:function:([^:]+)/.exec(functionName) ?? [];
  const called = lambdas[functionName] ?? lambdas[name];
  if (called) return called(payload as never, invocation);
  const known = Object.keys(lambdas).join(', ') || 'none';
  throw new TaskFailure('States.Runtime', `There is no function '${name}' in lambdas, which has ${known}.`);
}

/**
 * A definition's text with `${Name}` replaced, as CloudFormation's DefinitionSubstitutions do. Throws Error when one is not given.
 */
function substitute(text: string, substitutions: Readonly<Record<string, string | number>>): string {
  return text.replaceAll(/\$\{([A-Za-z0-9_.:]+)\}/g, (_, name: string) => {
    const value = Object.hasOwn(substitutions, name) ? substitutions[name] : undefined;
    if (value !== undefined) return JSON.stringify(String(value)).slice(1, -1);
    throw new Error(`The definition needs '${name}': give it in substitutions, beside ${Object.keys(substitutions)}.`);
  });
}
