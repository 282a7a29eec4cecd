/** An execution of the deployed state machine, as a list of them has it. */
export interface PastExecution {
  readonly arn: string;
  /** As Step Functions writes it in the context of a task: `2026-03-01T10:00:00.123Z`. */
  readonly startedAt: string;
  /** `RUNNING`, `SUCCEEDED`, `FAILED`, `TIMED_OUT` or `ABORTED` */
  readonly status: string;
}

/** What an execution was given, and what it left. */
export interface DescribedExecution extends PastExecution {
  /** JSON. */
  readonly input: string;
  /** JSON; undefined unless it succeeded. */
  readonly output: string | undefined;
}

/** The executions of one state machine, for as long as AWS keeps them: 90 days after their end. */
export interface PastExecutions {
  /** Pages of them; who began last comes first. Rejects with CloudUnavailable when they cannot be had. */
  list(): AsyncIterable<readonly PastExecution[]>;
  describe(arn: string): Promise<DescribedExecution>;
  /** The record as the first stage left it, as JSON; undefined when it has not come so far. */
  recordOfFirstStage(arn: string): Promise<string | undefined>;
}
