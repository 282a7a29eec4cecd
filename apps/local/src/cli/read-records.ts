import { existsSync } from 'node:fs';
import { openSqliteJournal, type SqliteJournal } from '@order-workflow/asl-engine/journal-sqlite';
import { dataFolder } from '../data-folder/data-folder.ts';
import { type MessageLog, openMessageLog } from '../messages/message-log.ts';

/** What a data folder holds, to be read beside a command that works in it. */
interface Records {
  readonly journal: SqliteJournal;
  readonly messages: MessageLog;
}

/** Reads what is kept; undefined, after saying so, when no order has been placed yet. */
export function readRecords<Result>(data: string | undefined, read: (records: Records) => Result): Result | undefined {
  const { path, journalFile, messagesFile } = dataFolder(data);
  if (!existsSync(journalFile)) {
    process.stderr.write(`No order has been placed yet (${path}): pnpm order place examples/orders/sample.json\n`);
    return undefined;
  }
  const journal = openSqliteJournal(journalFile);
  const messages = openMessageLog(messagesFile);
  try {
    return read({ journal, messages });
  } finally {
    messages.close();
    journal.close();
  }
}
