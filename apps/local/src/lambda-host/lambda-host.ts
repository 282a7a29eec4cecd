import { performance } from 'node:perf_hooks';
import type { LambdaFunction } from '../assembly/assembly.ts';
import { functionNameOf } from '../assembly/describe-function.ts';
import { functionEnvironment, type ServiceEndpoints } from './function-environment.ts';
import {
  type FunctionLog,
  type InvocationResult,
  type InvokeOptions,
  startFunctionInstance,
} from './function-instance.ts';
import { type FunctionPool, functionPool, type LoadWatch, type PoolLimits } from './function-pool.ts';
import type { Silence } from './worker-messages.ts';

export interface LambdaHostOptions extends Partial<PoolLimits> {
  readonly endpoints?: ServiceEndpoints;
  /**
   * How services say that they will never answer. Given, the limits of calls (`AbortSignal.timeout`) and the functions'
   * time-outs are virtual: they pass at once when a service says so, and never because this machine is slow.
   */
  readonly silence?: Silence;
  /** Gets every line that a function writes; they never go to this process's own output, and nowhere without it. */
  readonly log?: FunctionLog;
  /** Whether one more instance helps; unless given, while this thread has time. */
  readonly watch?: LoadWatch;
}

/** Runs functions as Lambda does. */
export interface LambdaHost {
  /**
   * Invokes a function by name or ARN, with or without a version or alias. Undefined when there is no such function.
   * A function that fails is an answer, never a rejection.
   */
  invoke(nameOrArn: string, payload: unknown, options?: InvokeOptions): Promise<InvocationResult> | undefined;
  /** Starts an instance of a function that will be invoked soon, where none runs. */
  prepare(nameOrArn: string): void;
  close(): Promise<void>;
}

const defaultLimits: PoolLimits = { maxInstances: 8, growAfterMs: 500, idleMs: 30_000 };

/** This thread answers what the functions ask of table, topic, gateway and carrier: it has time where it mostly waited. */
const mainThread: LoadWatch = () => {
  const before = performance.eventLoopUtilization();
  return () => performance.eventLoopUtilization(before).utilization < 0.3;
};

/** Hosts the functions' bundles in worker threads, each with its own environment, time-out and memory. */
export function startLambdaHost(
  functions: readonly LambdaFunction[],
  { endpoints = {}, silence, log, watch = mainThread, ...limits }: LambdaHostOptions = {},
): LambdaHost {
  const pools = new Map<string, FunctionPool>(
    functions.map((lambda) => {
      const environment = functionEnvironment(lambda, endpoints);
      const start = () => startFunctionInstance(lambda, environment, log, silence);
      return [lambda.name, functionPool(start, watch, { ...defaultLimits, ...limits })];
    }),
  );
  return {
    invoke: (nameOrArn, payload, options) => pools.get(functionNameOf(nameOrArn))?.invoke(payload, options),
    prepare: (nameOrArn) => pools.get(functionNameOf(nameOrArn))?.prepare(),
    async close() {
      await Promise.all([...pools.values()].map((pool) => pool.close()));
    },
  };
}
