import { statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { type DataFolder, filesOf } from './data-folder.ts';
import { DataFolderUnusable } from './data-folder-unusable.ts';
import { keepsTables } from './note-tables.ts';

/**
 * Whether each file of a folder belongs to the others: an empty or missing one beside files that hold something has been
 * lost, and would be taken for a new one. With the ledger gone, for instance, an order would be charged again.
 *
 * @param path of the folder as messages name it
 * @throws DataFolderUnusable
 */
export function checkComplete(folder: DataFolder, path = folder.path): void {
  const files = filesOf(folder).filter((file) => file !== folder.tablesFile || !isEmpty(file) || keepsTables(folder));
  const lost = files.find(isEmpty);
  const kept = lost === undefined ? undefined : files.find((file) => file !== lost && holdsSomething(file));
  if (lost === undefined || kept === undefined) return;
  const state = statSync(lost, { throwIfNoEntry: false }) ? 'is empty' : 'is missing';
  throw new DataFolderUnusable(
    `${join(path, basename(lost))} ${state}, although ${basename(kept)} beside it is not: what it held is lost. Bring it back, or move the folder away to begin anew`,
  );
}

function isEmpty(file: string): boolean {
  return !statSync(file, { throwIfNoEntry: false })?.size;
}

/** Whether a table of a database has a row. */
function holdsSomething(file: string): boolean {
  if (isEmpty(file)) return false;
  const database = new DatabaseSync(file);
  try {
    const tables = database.prepare("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'");
    return tables
      .all()
      .some(({ name }) => database.prepare(`SELECT 1 FROM "${String(name)}" LIMIT 1`).get() !== undefined);
  } finally {
    database.close();
  }
}
