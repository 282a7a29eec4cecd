import type { DatabaseSync } from 'node:sqlite';

/** A transaction that more may still be written in, and who waits until it is durable. */
interface OpenGroup {
  readonly durable: Promise<void>;
  readonly resolve: () => void;
  readonly reject: (problem: unknown) => void;
}

/**
 * Joins what is written at a moment into one transaction, and syncs it to the disk beside the work of this thread: while one sync is
 * under way, all that comes meanwhile is the next group. What has been written is read at once; it is durable when its promise says so.
 * Once something could not be made durable, nothing more is written: nobody knows what the disk has of it.
 */
export class GroupCommit {
  readonly #database: DatabaseSync;
  readonly #sync: () => Promise<void>;
  #open: OpenGroup | undefined;
  /** The group that is committed and not durable yet. */
  #syncing: OpenGroup | undefined;
  #broken: { readonly problem: unknown } | undefined;

  constructor(database: DatabaseSync, sync: () => Promise<void>) {
    this.#database = database;
    this.#sync = sync;
  }

  /** Writes all that the work writes, or nothing where it throws. Settles when it is durable. */
  write(work: () => void): Promise<void> {
    if (this.#broken) throw this.#broken.problem;
    const { durable } = this.#open ?? this.#begin();
    this.#database.exec('SAVEPOINT entry');
    try {
      work();
      this.#database.exec('RELEASE entry');
    } catch (problem) {
      // SQLite itself takes back all of the group that a full disk broke off.
      if (this.#database.isTransaction) this.#database.exec('ROLLBACK TO entry; RELEASE entry');
      else this.#break(problem);
      throw problem;
    }
    return durable;
  }

  /** Settles when all that was written is durable; undefined when it is. */
  get pending(): Promise<void> | undefined {
    return (this.#open ?? this.#syncing)?.durable;
  }

  /** Ends the open transaction, so that another can begin; it is durable as soon as it would have been. */
  commit(): void {
    const group = this.#open;
    if (!group) return;
    this.#open = undefined;
    try {
      this.#database.exec('COMMIT');
    } catch (problem) {
      this.#break(problem);
      group.reject(problem);
      throw problem;
    }
    void this.#makeDurable(group);
  }

  #begin(): OpenGroup {
    this.#database.exec('BEGIN IMMEDIATE');
    const { promise: durable, resolve, reject } = Promise.withResolvers<void>();
    // Not everybody waits; who writes next hears of it anyway.
    durable.catch(() => undefined);
    this.#open = { durable, resolve, reject };
    // After all that has come in at this moment has been worked on.
    if (!this.#syncing) setImmediate(() => this.#commitLater());
    return this.#open;
  }

  #commitLater(): void {
    try {
      this.commit();
    } catch {
      // Who waits for the group has been told.
    }
  }

  async #makeDurable(group: OpenGroup): Promise<void> {
    const before = this.#syncing;
    this.#syncing = group;
    try {
      await before?.durable;
      await this.#sync();
      group.resolve();
    } catch (problem) {
      this.#break(problem);
      group.reject(problem);
    }
    if (this.#syncing !== group) return;
    this.#syncing = undefined;
    this.#commitLater();
  }

  #break(problem: unknown): void {
    this.#broken ??= { problem };
    const group = this.#open;
    this.#open = undefined;
    group?.reject(problem);
    if (this.#database.isOpen && this.#database.isTransaction) this.#database.exec('ROLLBACK');
  }
}
