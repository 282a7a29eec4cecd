/** Gives the present moment. Decisions take one as a port, so that a test can say what time it is. */
export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number;
}
