/** How an execution stands, in Step Functions' words; `UNKNOWN` where it keeps none of this name, or keeps none at all. */
export type ExecutionStanding =
  | { readonly status: 'RUNNING' | 'FAILED' | 'TIMED_OUT' | 'ABORTED' | 'PENDING_REDRIVE' | 'UNKNOWN' }
  /** `output` as it is JSON; undefined where it is none, or is not given away. */
  | { readonly status: 'SUCCEEDED'; readonly output: unknown };

export type Machine = 'orders' | 'cancellations';

/** The executions of the two state machines. */
export interface ExecutionsToStart {
  /**
   * Starts an execution under a name, or leaves the one that has it. What one name is given to never changes its input.
   *
   * @throws ApiUnavailable
   */
  start(machine: Machine, name: string, input: unknown): Promise<void>;
  /**
   * @param execution its ARN, or its name
   * @throws ApiUnavailable
   */
  describe(machine: Machine, execution: string): Promise<ExecutionStanding>;
}
