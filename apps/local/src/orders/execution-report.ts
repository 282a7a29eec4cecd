import type { ExecutionResult, HistoryEvent } from '@order-workflow/asl-engine';
import { isJsonObject } from '../json/json-object.ts';

/** What `order place`, `show` and `redrive` print about one order with `--json`. What does not apply is null. */
export interface ExecutionReport {
  readonly executionArn: string | null;
  readonly status: ExecutionResult['status'] | 'RUNNING' | null;
  /** The business outcome: `fulfilled`, `rejected`, `declined`, `refunded` or `duplicate`. */
  readonly outcome: string | null;
  readonly output: unknown;
  readonly error: string | null;
  readonly cause: string | null;
  /** In the shape of GetExecutionHistory. */
  readonly events: readonly HistoryEvent[];
}

/** Reports an execution that has ended. */
export function reportExecution(
  executionArn: string,
  result: ExecutionResult,
  events: readonly HistoryEvent[],
): ExecutionReport {
  return {
    executionArn,
    status: result.status,
    outcome: outcomeOf(result) ?? null,
    output: result.output ?? null,
    error: result.error ?? null,
    cause: result.cause ?? null,
    events,
  };
}

/** Reports an execution that is under way. */
export function reportRunning(executionArn: string, events: readonly HistoryEvent[]): ExecutionReport {
  return { executionArn, status: 'RUNNING', outcome: null, output: null, error: null, cause: null, events };
}

/** Reports an order whose execution never began. */
export function reportRefusal(error: string, cause: string): ExecutionReport {
  return { executionArn: null, status: null, outcome: null, output: null, error, cause, events: [] };
}

/** The outcome in the record that an execution ended with. */
export function outcomeOf({ output }: Pick<ExecutionResult, 'output'>): string | undefined {
  const outcome = isJsonObject(output) ? output['outcome'] : undefined;
  return typeof outcome === 'string' ? outcome : undefined;
}

/** How an execution can stand, in the words of DescribeExecution. */
export const executionStatuses = ['RUNNING', 'SUCCEEDED', 'FAILED', 'TIMED_OUT', 'ABORTED'] as const;
export type ExecutionStatus = (typeof executionStatuses)[number];
