import type { FunctionError } from './worker-messages.ts';

/** What is known of an invocation that has ended. Durations are in milliseconds. */
export interface EndedInvocation {
  readonly requestId: string;
  readonly duration: number;
  readonly memoryMb: number;
  /** How long the function took to load; absent for a warm one. */
  readonly initDuration?: number;
  readonly error?: FunctionError;
}

/** The lines that Lambda itself writes into a function's log (Lambda developer guide, "Working with logs"). */
export function invocationReport(invocation: EndedInvocation): string {
  const { requestId, duration, memoryMb, initDuration, error } = invocation;
  const figures = [
    `REPORT RequestId: ${requestId}`,
    `Duration: ${duration.toFixed(2)} ms`,
    `Billed Duration: ${Math.ceil(duration)} ms`,
    `Memory Size: ${memoryMb} MB`,
    ...(initDuration === undefined ? [] : [`Init Duration: ${initDuration.toFixed(2)} ms`]),
  ];
  const failure = error ? [`ERROR Invoke Error ${JSON.stringify(error)}`] : [];
  return [...failure, `END RequestId: ${requestId}`, figures.join('\t')].map((line) => `${line}\n`).join('');
}
