import type { ExecutionJournal } from '@order-workflow/asl-engine';
import { type DeskStore, openDeskStore } from './desk-store.ts';
import { findBehind } from './find-behind.ts';
import { readDeskEntry } from './read-desk-entry.ts';

/** How far the index has come with what is in the journal already. */
export interface DeskProgress {
  readonly done: number;
  /** So many at least are yet to be read. */
  readonly left: number;
}

/**
 * What the desk finds executions by. Nothing is opened or read before it is asked for the first time, and until then it costs
 * nothing; from then on it follows the journal.
 */
export interface DeskIndex {
  /** The journal, whose writing the index hears of: for whoever works with it. */
  readonly journal: ExecutionJournal;
  /** The tables, up to date but for what `progress` tells. */
  store(): DeskStore;
  /** Undefined where nothing is missing. */
  progress(): DeskProgress | undefined;
  /** Calls back after executions have changed, until what it gives is called. */
  onChange(listener: () => void): () => void;
  close(): void;
}

/** So many are read at once; the server answers others in between. */
const slice = 25;
/** So many at most are read before a question is answered. */
const readBeforeAnswer = 100;

export interface DeskIndexOptions {
  /** Where it is kept; in memory unless given. It is opened with the first question. */
  readonly openFile?: () => string | undefined;
}

/** Follows a journal. What was written before, also by other commands, is caught up with: in slices, the latest first. */
export function deskIndex(journal: ExecutionJournal, { openFile = () => undefined }: DeskIndexOptions = {}): DeskIndex {
  const listeners = new Set<() => void>();
  /** ARNs of executions that have changed since they were read. */
  const behind = new Set<string>();
  let opened: DeskStore | undefined;
  let search: ReturnType<typeof findBehind> | undefined;
  let done = 0;
  let timer: NodeJS.Immediate | undefined;

  function open(): DeskStore {
    if (opened) return opened;
    opened = openDeskStore(openFile());
    search = findBehind(journal, opened);
    return opened;
  }

  /** Reads at most so many that are behind. */
  function follow(store: DeskStore, most: number): void {
    // The search goes on only once all that it found is written.
    while (search && behind.size === 0) {
      const found = search.next();
      if (found.done) search = undefined;
      else for (const executionArn of found.value) behind.add(executionArn);
    }
    const chosen = [...behind].slice(0, most);
    if (chosen.length === 0) return;
    store.put(chosen.flatMap((executionArn) => readDeskEntry(journal, executionArn) ?? []));
    for (const executionArn of chosen) behind.delete(executionArn);
    done += chosen.length;
  }

  /** Goes on in the background until nothing is behind. */
  function later(): void {
    if (timer) return;
    timer = setImmediate(() => {
      timer = undefined;
      if (!opened) return;
      follow(opened, slice);
      for (const listener of listeners) listener();
      if (isBehind()) later();
      else done = 0;
    });
  }

  const isBehind = () => search !== undefined || behind.size > 0;

  return {
    journal: {
      ...journal,
      append(entry) {
        const durable = journal.append(entry);
        if (opened) {
          behind.add(entry.executionArn);
          later();
        }
        return durable;
      },
    },
    store() {
      const store = open();
      follow(store, readBeforeAnswer);
      if (isBehind()) later();
      return store;
    },
    progress: () => (isBehind() ? { done, left: behind.size } : undefined),
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close() {
      if (timer) clearImmediate(timer);
      opened?.close();
      opened = undefined;
    },
  };
}
