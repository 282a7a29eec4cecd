import type { Clock, Execution, ExecutionResult, HistoryEvent } from '@order-workflow/asl-engine';

/** An order whose execution has begun, now or before. */
export interface PlacedOrder {
  readonly name: string;
  readonly executionArn: string;
  readonly execution: Pick<Execution, 'result' | 'history'>;
  /** Whether the same order had been placed before: then this is what came, or will come, of that. */
  readonly placedBefore: boolean;
}

export interface PlaceOptions {
  /** The workflow's own unless given. */
  readonly clock?: Clock;
  /** Called with each event as it happens; not of an execution that began before. */
  readonly onEvent?: (event: HistoryEvent) => void;
}

/** What StartExecution answers. */
export interface StartedExecution {
  readonly executionArn: string;
  readonly startDate: Date;
}

/** The executions of the workflow on a platform. */
export interface OrderExecutions {
  /** What the journal had as running: it goes on from where it stood. */
  readonly resumed: readonly PlacedOrder[];
  /** How many executions run here now. */
  underWay(): number;
  /**
   * Starts the execution of an order, which may be any JSON value: to say what is wrong with it is the workflow's work.
   * The same order again gives the execution that it already has, running or ended. Another one of the same id is another
   * execution, once the last has ended with nothing held ({@link judgePlacing}).
   *
   * @throws ExecutionAlreadyExists when another order of that id was placed before, which is under way, has failed or is
   * fulfilled
   */
  place(order: unknown, options?: PlaceOptions): PlacedOrder;
  /**
   * Starts an execution as StartExecution does: the same input again under the same name is the same execution while that
   * runs. Without a name it gets a UUID. Its name is free again 90 days after its end.
   *
   * @param beforeBegin called before a new execution begins; what it throws keeps it from beginning
   * @throws ExecutionAlreadyExists when the name is taken by an execution that has ended, or has another input
   */
  start(input: unknown, name?: string, beforeBegin?: () => void): StartedExecution;
  /**
   * Starts an execution of the machine that cancels orders, under a name; of one that is taken, that has it.
   *
   * @throws RangeError when the workflow has no such machine
   */
  cancel(request: OrderCancellation, name: string, options?: PlaceOptions): PlacedOrder;
  /**
   * Starts an execution of the machine that cancels orders, as `start` does of the other.
   *
   * @throws ExecutionAlreadyExists, RangeError as `start` and `cancel` do
   */
  startCancellation(input: unknown, name?: string, beforeBegin?: () => void): StartedExecution;
  /**
   * Runs a failed execution again from the state at which it stands. It is named, or, of either machine, given by its ARN.
   *
   * @throws ExecutionNotRedrivable when it has not failed, or too long ago
   */
  redrive(nameOrArn: string, options?: PlaceOptions): PlacedOrder;
  /** Stops an execution that runs here, by its name or ARN, as StopExecution does; nothing happens to any other. */
  stop(nameOrArn: string, reason?: { readonly error?: string; readonly cause?: string }): void;
  /** How an execution ends that runs here, by its name or ARN; undefined of any other. */
  ended(nameOrArn: string): Promise<ExecutionResult> | undefined;
  /**
   * Ends what an execution that runs here waits for by the clock, the time before a retry or a Wait state, as if it were over; gives how
   * many waits. It is named, or given by its ARN.
   */
  skipWaits(nameOrArn: string): number;
}

/** What starts a cancellation. */
export interface OrderCancellation {
  readonly orderId: string;
  readonly reason?: string;
}
