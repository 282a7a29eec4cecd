/** Limits of `AbortSignal.timeout` while a test holds them: they pass when the test says so, and not by the machine's clock. */
export interface HeldTimeLimits {
  /** Milliseconds of each limit that was set since. */
  readonly asked: readonly number[];
  /** Lets all that are running pass. */
  pass(): void;
  /** Gives `AbortSignal.timeout` back. */
  letGo(): void;
}

/** Takes `AbortSignal.timeout` from the clock, for tests of what becomes of a call whose answer does not come in time. */
export function holdTimeLimits(): HeldTimeLimits {
  const { timeout } = AbortSignal;
  const running = new Set<AbortController>();
  const asked: number[] = [];
  AbortSignal.timeout = (milliseconds) => {
    const limit = new AbortController();
    running.add(limit);
    asked.push(milliseconds);
    return limit.signal;
  };
  return {
    asked,
    pass() {
      for (const limit of running) limit.abort(new DOMException('The operation timed out.', 'TimeoutError'));
      running.clear();
    },
    letGo() {
      AbortSignal.timeout = timeout;
    },
  };
}
