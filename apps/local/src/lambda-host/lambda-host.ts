import type { LambdaFunction } from '../assembly/assembly.ts';
import { functionEnvironment, type ServiceEndpoints } from './function-environment.ts';
import {
  type FunctionLog,
  type InvocationResult,
  type InvokeOptions,
  startFunctionInstance,
} from './function-instance.ts';
import { type FunctionPool, functionPool, type PoolLimits } from './function-pool.ts';

export interface LambdaHostOptions extends Partial<PoolLimits> {
  readonly endpoints?: ServiceEndpoints;
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
  { endpoints = {}, log = () => {}, maxInstances = 8, growAfterMs = 100, idleMs = 30_000 }: LambdaHostOptions = {},
): LambdaHost {
  const pools = new Map<string, FunctionPool>(
    functions.map((lambda) => {
      const environment = functionEnvironment(lambda, endpoints);
      return [
        lambda.name,
        functionPool(() => startFunctionInstance(lambda, environment, log), { maxInstances, growAfterMs, idleMs }),
      ];
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
