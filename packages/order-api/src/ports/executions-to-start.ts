/** How an execution stands, in Step Functions' words; `UNKNOWN` where it keeps none of this name, or keeps none at all. */
export type ExecutionStanding =
  | { readonly status: 'RUNNING' | 'FAILED' | 'TIMED_OUT' | 'ABORTED' | 'PENDING_REDRIVE' | 'UNKNOWN' }
  /** `output` as it is JSON; undefined where it is none, or is not given away. */
  | { readonly status: 'SUCCEEDED'; readonly output: unknown };

export type Machine = 'orders' | 'cancellations';

/** The executions of state machines: of the two that orders go through, or of others. */
export interface ExecutionsToStart<Of extends string = Machine> {
  /**
   * Starts an execution under a name, or leaves the one that has it. What one name is given to never changes its input.
   *
   * @throws ApiUnavailable
   */
  start(machine: Of, name: string, input: unknown): Promise<void>;
  /**
   * @param execution its ARN, or its name
   * @throws ApiUnavailable
   */
  describe(machine: Of, execution: string): Promise<ExecutionStanding>;
}
