import { createMemoryJournal, type ExecutionJournal, type JournalEntry } from '@order-workflow/asl-engine';

export interface LosingJournalOptions {
  /** At which of its syncs the power fails, from 1 on. */
  readonly cutsAt: readonly number[];
  /** Does something when its turn comes: others who are at work may go first. */
  readonly takeTurn: (work: () => void) => Promise<void>;
  /** A number in [0, 1): whether the disk had what was on its way when the power failed. */
  readonly random: () => number;
  /** Hears of each power cut, when all that was not durable is forgotten. */
  readonly onCut: () => void;
}

/** Entries that become durable at once, as they come from the engine's `GroupCommit`. */
interface Group {
  readonly entries: JournalEntry[];
  readonly durable: Promise<void>;
  readonly resolve: () => void;
}

/**
 * A journal on a disk that is slower than those who work, and that has no power now and then. What was appended is told at once, and is
 * durable when its promise says so, group after group; a power cut forgets all of which nobody was told that it is.
 */
export function createLosingJournal({ cutsAt, takeTurn, random, onCut }: LosingJournalOptions): ExecutionJournal {
  const onDisk: JournalEntry[] = [];
  let told = createMemoryJournal();
  let open: Group | undefined;
  let syncing: Group | undefined;
  let syncs = 0;

  function begin(): Group {
    const { promise: durable, resolve } = Promise.withResolvers<void>();
    open = { entries: [], durable, resolve };
    if (!syncing) void sync();
    return open;
  }

  /** Turns are how long it takes: no time of this machine's. */
  async function sync(): Promise<void> {
    await takeTurn(() => {
      syncing = open;
      open = undefined;
    });
    await takeTurn(endSync);
  }

  function endSync(): void {
    if (!syncing) return;
    const { entries, resolve } = syncing;
    const isCut = cutsAt.includes(++syncs);
    // A disk may have what it never came to say.
    if (!isCut || random() < 0.5) onDisk.push(...entries);
    syncing = undefined;
    if (isCut) {
      open = undefined;
      told = createMemoryJournal();
      for (const entry of onDisk) told.append(entry);
      onCut();
      return;
    }
    resolve();
    if (open) void sync();
  }

  return {
    append(entry) {
      told.append(entry);
      const { entries, durable } = open ?? begin();
      entries.push(entry);
      return durable;
    },
    pending: () => (open ?? syncing)?.durable,
    read: (executionArn) => told.read(executionArn),
    describe: (executionArn) => told.describe(executionArn),
    page: (query) => told.page(query),
    events: (executionArn, query) => told.events(executionArn, query),
    running: () => told.running(),
    list: () => told.list(),
    forget: () => {
      throw new Error('A losing journal erases nothing.');
    },
  };
}
