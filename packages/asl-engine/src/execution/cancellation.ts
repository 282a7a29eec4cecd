/** Thrown where a cancelled branch was waiting; nothing catches it but the one who cancelled. */
export class Cancelled extends Error {
  override readonly name = 'Cancelled';
}

/** Cancels a branch and all branches within it. */
export class Cancellation {
  cancelled = false;
  readonly #listeners = new Set<() => void>();
  readonly #leaveParent: () => void;

  constructor(parent?: Cancellation) {
    this.#leaveParent = parent ? parent.onCancel(() => this.cancel()) : () => {};
    if (parent?.cancelled) this.cancelled = true;
  }

  cancel(): void {
    if (this.cancelled) return;
    this.cancelled = true;
    const listeners = [...this.#listeners];
    this.#listeners.clear();
    for (const listener of listeners) listener();
  }

  /** Calls back when cancelled; returns how to stop listening. */
  onCancel(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** The branch is over: its parent forgets it. */
  end(): void {
    this.#leaveParent();
  }

  throwIfCancelled(): void {
    if (this.cancelled) throw new Cancelled();
  }
}
