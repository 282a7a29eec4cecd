/** Gives the present moment. Decisions take one as a port, so that a test can say what time it is. */
export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number;
}

/** What a stage's handler takes from where it runs, besides the event. */
export interface Surroundings {
  readonly clock: Clock;
  /** The function's own name, which tells the metrics of one deployment from those of another. */
  readonly functionName: string;
  /** The trace of the present invocation, as X-Ray writes it: `Root=1-…;Parent=…;Sampled=1`. */
  traceHeader(): string | undefined;
  /** Takes one line of the log, without its end. */
  write(line: string): void;
}

/** The part of Lambda's context object that a handler reads. */
export interface InvocationContext {
  readonly awsRequestId?: string;
}
