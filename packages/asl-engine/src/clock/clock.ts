/** Time as the engine sees it. Instants are epoch milliseconds. */
export interface Clock {
  /** The present instant in epoch milliseconds. */
  now(): number;
  /** Calls back once at the instant `dueAt`, never before; at once (asynchronously) when it is past. Returns how to cancel. */
  setTimer(dueAt: number, callback: () => void): () => void;
  /** Resolves after so many milliseconds, or rejects with the signal's reason when that aborts first. */
  sleep(milliseconds: number, signal?: AbortSignal): Promise<void>;
  /**
   * Says that real work begins which the clock cannot see (a worker, a socket); virtual time stands still until the returned
   * function is called. On a real clock it does nothing.
   */
  beginWork(): () => void;
}
