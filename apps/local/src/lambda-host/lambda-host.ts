import type { LambdaFunction } from '../assembly/assembly.ts';
import { functionEnvironment, type ServiceEndpoints } from './function-environment.ts';
import {
  type FunctionLog,
  type InvocationResult,
  type InvokeOptions,
  startFunctionInstance,
} from './function-instance.ts';
import { type FunctionPool, functionPool, type PoolLimits } from './function-pool.ts';
import type { Silence } from './worker-messages.ts';

export interface LambdaHostOptions extends Partial<PoolLimits> {
  readonly endpoints?: ServiceEndpoints;
  /**
   * How services say that they will never answer. Given, the limits of calls (`AbortSignal.timeout`) and the functions'
   * time-outs are virtual: they pass at once when a service says so, and never because this machine is slow.
   */
  readonly silence?: Silence;
  /** Gets every line that a function writes; they never go to this process's own output. */
  readonly log?: FunctionLog;
}

/** Runs functions as Lambda does. */
export interface LambdaHost {
  /**
   * Invokes a function by name or ARN, with or without a version or alias. Undefined when there is no such function.
   * A function that fails is an answer, never a rejection.
   */
  invoke(nameOrArn: string, payload: unknown, options?: InvokeOptions): Promise<InvocationResult> | undefined;
  close(): Promise<void>;
}

/** Hosts the functions' bundles in worker threads, each with its own environment, time-out and memory. */
export function startLambdaHost(
  functions: readonly LambdaFunction[],
  {
    endpoints = {},
    silence,
    log = () => {},
    maxInstances = 8,
    growAfterMs = 100,
    idleMs = 30_000,
  }: LambdaHostOptions = {},
): LambdaHost {
  const pools = new Map<string, FunctionPool>(
    functions.map((lambda) => {
      const environment = functionEnvironment(lambda, endpoints);
      const start = () => startFunctionInstance(lambda, environment, log, silence);
      return [lambda.name, functionPool(start, { maxInstances, growAfterMs, idleMs })];
    }),
  );
  return {
    invoke: (nameOrArn, payload, options) => pools.get(functionName(nameOrArn))?.invoke(payload, options),
    async close() {
      await Promise.all([...pools.values()].map((pool) => pool.close()));
    },
  };
}

/** `arn:aws:lambda:region:account:function:name:qualifier` or `name:qualifier` → `name`. */
function functionName(nameOrArn: string): string {
  const parts = nameOrArn.split(':');
  return (nameOrArn.startsWith('arn:') ? parts[6] : parts[0]) ?? '';
}
