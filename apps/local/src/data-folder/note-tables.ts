import { existsSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import type { DataFolder } from './data-folder.ts';

/**
 * Notes that a folder keeps the items of tables, in a place that nobody loses alone: a folder that never had a table has no
 * file for them, and one that has lost that file looks alike.
 */
export function noteTables({ messagesFile }: DataFolder): void {
  const database = new DatabaseSync(messagesFile, { timeout: 5_000 });
  database.exec('PRAGMA user_version = 1');
  database.close();
}

/** Whether that was noted. */
export function keepsTables({ messagesFile }: DataFolder): boolean {
  if (!existsSync(messagesFile)) return false;
  const database = new DatabaseSync(messagesFile, { readOnly: true });
  try {
    return database.prepare('PRAGMA user_version').get()?.['user_version'] === 1;
  } finally {
    database.close();
  }
}
