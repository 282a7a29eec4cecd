import { closeSync, fdatasync, fdatasyncSync, openSync } from 'node:fs';

/** A file that somebody else writes, and that is made durable beside the work of this thread. */
export class LogFile {
  readonly #path: string;
  #descriptor: number | undefined;
  #syncing = false;
  #closed = false;

  constructor(path: string) {
    this.#path = path;
  }

  /** Settles when all that was written before the call is on the disk. One call at a time. */
  sync(): Promise<void> {
    if (this.#closed) return Promise.resolve();
    const descriptor = this.#open();
    this.#syncing = true;
    return new Promise((resolve, reject) =>
      fdatasync(descriptor, (problem) => {
        this.#syncing = false;
        if (this.#closed) closeSync(descriptor);
        if (problem) reject(problem);
        else resolve();
      }),
    );
  }

  /** Returns when all that was written is on the disk. */
  syncNow(): void {
    fdatasyncSync(this.#open());
  }

  /** Lets go of it. What is synced from then on counts as done. */
  close(): void {
    this.#closed = true;
    if (this.#descriptor !== undefined && !this.#syncing) closeSync(this.#descriptor);
  }

  // Writing is what a sync needs the right of on Windows.
  #open(): number {
    this.#descriptor ??= openSync(this.#path, 'r+');
    return this.#descriptor;
  }
}
