import { existsSync } from 'node:fs';
import { openSqliteJournal, type SqliteJournal } from '@order-workflow/asl-engine/journal-sqlite';
import { checkComplete } from '../data-folder/check-complete.ts';
import { type DataFolder, dataFolder, folderExists } from '../data-folder/data-folder.ts';
import { describeStorageProblem } from '../data-folder/data-folder-unusable.ts';
import { isDamage, storageReason } from '../data-folder/storage-reason.ts';
import { withCopy } from '../data-folder/with-copy.ts';
import { type MessageLog, openMessageLog } from '../messages/message-log.ts';

/** What a data folder holds, to be read beside a command that works in it. */
interface Records {
  readonly journal: SqliteJournal;
  readonly messages: MessageLog;
}

/**
 * Reads what is kept, also where nothing can be written; undefined, after saying so, when no order has been placed yet.
 *
 * @throws DataFolderUnusable
 * @throws JournalUnreadable
 */
export function readRecords<Result>(data: string | undefined, read: (records: Records) => Result): Result | undefined {
  const folder = dataFolder(data);
  try {
    // A file where the folder should be is said, rather than that there are no orders.
    return folderExists(folder) ? readWherePossible(folder, read) : tellNone(folder.path);
  } catch (problem) {
    throw describeStorageProblem(folder, problem);
  }
}

/** SQLite writes beside a file even to read it. */
function readWherePossible<Result>(folder: DataFolder, read: (records: Records) => Result): Result | undefined {
  try {
    return readFolder(folder, folder.path, read);
  } catch (problem) {
    if (storageReason(problem) === undefined || isDamage(problem)) throw problem;
    return withCopy(folder, (copy) => readFolder(copy, folder.path, read));
  }
}

function readFolder<Result>(folder: DataFolder, path: string, read: (records: Records) => Result): Result | undefined {
  checkComplete(folder, path);
  if (!existsSync(folder.journalFile)) return tellNone(path);
  const journal = openSqliteJournal(folder.journalFile);
  try {
    // A reader makes no file: the next command that works in the folder would have to judge it.
    const messages = openMessageLog(existsSync(folder.messagesFile) ? folder.messagesFile : undefined);
    try {
      return read({ journal, messages });
    } finally {
      messages.close();
    }
  } finally {
    journal.close();
  }
}

function tellNone(path: string): undefined {
  process.stderr.write(`No order has been placed yet (${path}): pnpm order place examples/orders/sample.json\n`);
}
