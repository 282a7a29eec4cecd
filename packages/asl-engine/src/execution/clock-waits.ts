/** What the fibers of an execution wait for by the clock, and by nothing else: Wait states, and retries that are due later. */
export class ClockWaits {
  readonly #ends = new Set<() => void>();

  /** Keeps how a wait is ended before its time; returns how to forget it. */
  begin(end: () => void): () => void {
    this.#ends.add(end);
    return () => this.#ends.delete(end);
  }

  /** Ends all of them as if it were time, and gives how many. */
  skip(): number {
    const ends = [...this.#ends];
    for (const end of ends) end();
    return ends.length;
  }
}
