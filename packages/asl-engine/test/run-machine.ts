import {
  createVirtualClock,
  type Execution,
  type ExecutionOptions,
  type ExecutionResult,
  execute,
  parseDefinition,
} from '../src/index.ts';

export const functionArn = (name: string) => `arn:aws:lambda:us-east-1:000000000000:function:${name}`;

/** What a machine did, for a test to look at. */
export interface Done extends ExecutionResult {
  readonly execution: Execution;
  /** The types of the events in order. */
  readonly types: readonly string[];
  /** Milliseconds of virtual time from start to end. */
  readonly took: number;
}

/** Runs a definition on a virtual clock to its end. `States` alone is enough: it starts at the first. */
export async function runMachine(
  definition: { readonly StartAt?: string; readonly States: object; readonly [field: string]: unknown },
  options: ExecutionOptions = {},
): Promise<Done> {
  const [first] = Object.keys(definition.States);
  const execution = execute(parseDefinition({ StartAt: first, ...definition }), {
    clock: createVirtualClock(),
    seed: 1,
    ...options,
  });
  const result = await execution.result;
  const types = execution.history().map(({ type }) => type);
  return { ...result, execution, types, took: result.stopDate.getTime() - result.startDate.getTime() };
}
