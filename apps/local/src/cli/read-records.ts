import { accessSync, existsSync } from 'node:fs';
import { openSqliteJournal, type SqliteJournal } from '@order-workflow/asl-engine/journal-sqlite';
import { dataFolder } from '../data-folder/data-folder.ts';
import { describeProblem } from '../data-folder/data-folder-unusable.ts';
import { type MessageLog, openMessageLog } from '../messages/message-log.ts';

/** What a data folder holds, to be read beside a command that works in it. */
interface Records {
  readonly journal: SqliteJournal;
  readonly messages: MessageLog;
}

/**
 * Reads what is kept; undefined, after saying so, when no order has been placed yet.
 *
 * @throws DataFolderUnusable
 * @throws JournalUnreadable
 */
export function readRecords<Result>(data: string | undefined, read: (records: Records) => Result): Result | undefined {
  const folder = dataFolder(data);
  const { path, journalFile, messagesFile } = folder;
  try {
    // A file where the folder should be is said, rather than that there are no orders.
    if (existsSync(path)) accessSync(`${path}/`);
    if (!existsSync(journalFile)) {
      process.stderr.write(`No order has been placed yet (${path}): pnpm order place examples/orders/sample.json\n`);
      return undefined;
    }
    return readKept(openSqliteJournal(journalFile), () => openMessageLog(messagesFile), read);
  } catch (problem) {
    throw describeProblem(folder, problem);
  }
}

function readKept<Result>(journal: SqliteJournal, open: () => MessageLog, read: (records: Records) => Result): Result {
  try {
    const messages = open();
    try {
      return read({ journal, messages });
    } finally {
      messages.close();
    }
  } finally {
    journal.close();
  }
}
