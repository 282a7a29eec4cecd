import { createMemoryJournal, type ExecutionJournal } from '@order-workflow/asl-engine';
import { openSqliteJournal } from '@order-workflow/asl-engine/journal-sqlite';
import { checkComplete } from '../data-folder/check-complete.ts';
import { type DataFolder, lastingFilesOf, lockFileOf } from '../data-folder/data-folder.ts';
import { describeStorageProblem } from '../data-folder/data-folder-unusable.ts';
import { lockFolder } from '../data-folder/lock-folder.ts';
import { keepFromOthers, makeDataFolder } from '../data-folder/make-data-folder.ts';
import { forgetServer, notedServer } from '../data-folder/note-server.ts';
import { exitCodes } from '../orders/exit-codes.ts';

/** Where a command keeps executions, until it closes it. */
export interface Kept {
  readonly journal: ExecutionJournal;
  close(): void;
}

/** Nothing outlives the command. */
export function keepInMemory(): Kept {
  return { journal: createMemoryJournal(), close: () => undefined };
}

/**
 * Opens a data folder for this command alone, after another one that works in it.
 *
 * @throws DataFolderUnusable
 * @throws JournalUnreadable
 */
export async function openDataFolder(folder: DataFolder): Promise<Kept> {
  try {
    makeDataFolder(folder, (message) => process.stderr.write(`${message}\n`));
    keepFromOthers([lockFileOf(folder)]);
    const unlock = await lockFolder(folder, () => tellWaiting(folder));
    try {
      forgetServer(folder);
      checkComplete(folder);
      keepFromOthers(lastingFilesOf(folder));
      const journal = openSqliteJournal(folder.journalFile);
      return {
        journal: watchStore(journal, endWhenUnwritable(folder)),
        close() {
          journal.close();
          unlock();
        },
      };
    } catch (problem) {
      unlock();
      throw problem;
    }
  } catch (problem) {
    throw describeStorageProblem(folder, problem);
  }
}

/** Where executions that place batches are kept: in a file of a folder that is open, or in memory. */
export function openBatchJournal(folder: DataFolder | undefined): ExecutionJournal {
  if (!folder) return createMemoryJournal();
  keepFromOthers([folder.batchesFile]);
  return watchStore(openSqliteJournal(folder.batchesFile), endWhenUnwritable(folder));
}

/**
 * Ends the process, at once, when what happens can no longer be kept: nothing may be done that nobody will know of. What
 * is kept is as if the process had been killed at this moment. Does nothing for a problem that is not the folder's.
 */
export function endWhenUnwritable(folder: DataFolder): (problem: unknown) => void {
  return (problem) => {
    const told = describeStorageProblem(folder, problem);
    if (told === problem || !(told instanceof Error)) return;
    process.stderr.write(
      `\n${told.message}. When that is mended, executions under way go on with the next pnpm order place, redrive or serve.\n`,
    );
    process.exit(exitCodes.cannotRun);
  };
}

/** Says why nothing happens: two commands never work in one data folder at once, and a server ends only when it is told to. */
export function tellWaiting(folder: DataFolder): void {
  const server = notedServer(folder);
  const other =
    server === undefined ? 'Another order command' : `The server at ${server} (pnpm console, or pnpm order serve)`;
  process.stderr.write(`${other} works in ${folder.path}: waiting for it to end …\n`);
}

/** A store whose calls are as its own, except that `onFailure` hears what they throw, or reject with, before whoever called does. */
export function watchStore<Store extends object>(store: Store, onFailure: (problem: unknown) => void): Store {
  const watched = Object.entries(store).map(([name, call]) => [
    name,
    (...given: unknown[]): unknown => {
      try {
        const result = call(...given);
        if (result instanceof Promise) result.catch(onFailure);
        return result;
      } catch (problem) {
        onFailure(problem);
        throw problem;
      }
    },
  ]);
  return Object.fromEntries(watched);
}
