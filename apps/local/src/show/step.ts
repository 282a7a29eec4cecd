/** A failed attempt: the error's name, and the sentence that goes with it. */
export interface FailedAttempt {
  readonly error: string;
  readonly message: string;
}

/** A wait before the next attempt. */
export interface RetryWait {
  /** The first retry is 1. */
  readonly number: number;
  /** How many retries there are at most for this error. */
  readonly of: number;
  readonly milliseconds: number;
  /** When it is over, in epoch milliseconds of the machine's own clock. */
  readonly until: number;
}

/** A state of the workflow on its way through. */
export interface Step {
  readonly state: string;
  /** `Task`, `Choice`, … */
  readonly kind: string;
  /** `caught`: it failed for good, and the workflow goes another way. `failed`: the execution ended here. */
  readonly status: 'waiting' | 'running' | 'retrying' | 'done' | 'caught' | 'failed';
  /** Epoch milliseconds. */
  readonly enteredAt?: number;
  readonly exitedAt?: number;
  readonly failures: readonly FailedAttempt[];
  readonly retry?: RetryWait;
  /** What it added to the record, by key. */
  readonly left: Readonly<Record<string, unknown>>;
}
