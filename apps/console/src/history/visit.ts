/** Why an attempt, a state or an execution failed, as the history says it. */
export interface Failure {
  readonly error: string;
  /** Often JSON, when a function failed. */
  readonly cause: string;
}

/** One call of what a task calls, or one run of all that is in a Map or a Parallel. Times are epoch milliseconds. */
export interface Attempt {
  readonly scheduledAt: number;
  readonly endedAt?: number;
  readonly status: 'running' | 'succeeded' | 'failed';
  readonly failure?: Failure;
  /** How often the execution had been redriven by then. */
  readonly redrive: number;
}

/** One time that an execution was in a state. Times are epoch milliseconds. */
export interface Visit {
  readonly state: string;
  /** `Task`, `Map`, … */
  readonly kind: string;
  readonly enteredAt: number;
  /** Not there while the execution is in it, or when it ended in it. */
  readonly exitedAt?: number;
  /** JSON. Not there when the history was asked for without data. */
  readonly input?: string;
  readonly output?: string;
  readonly attempts: readonly Attempt[];
  /** The last failure, unless an attempt succeeded after it. */
  readonly failure?: Failure;
  /** The visit that led to this one. */
  readonly from?: Visit;
  /** The visit of the Map or Parallel in which this one happened; not there for the states of the machine itself. */
  readonly within?: Visit;
}
