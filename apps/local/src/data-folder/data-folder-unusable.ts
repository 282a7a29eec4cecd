import { existsSync, statSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { type DataFolder, filesOf, lockFileOf } from './data-folder.ts';
import { isDamage, storageReason } from './storage-reason.ts';

/** A data folder that cannot be worked in, and why. It has not been changed. */
export class DataFolderUnusable extends Error {
  override readonly name = 'DataFolderUnusable';
}

/** What went wrong with a folder, in words where it is the folder's own condition; any other problem as it is. */
export function describeStorageProblem(folder: DataFolder, problem: unknown): unknown {
  const reason = storageReason(problem);
  if (reason === undefined) return problem;
  if (isFile(folder.path))
    return new DataFolderUnusable(`${folder.path} cannot be used: it is a file, expected a folder`);
  // SQLite does not say which file it means.
  const files = [lockFileOf(folder), ...filesOf(folder)];
  const damaged = isDamage(problem) ? files.find((file) => existsSync(file) && isDamaged(file)) : undefined;
  return new DataFolderUnusable(
    damaged === undefined
      ? `${folder.path} cannot be used: ${reason}`
      : `${damaged} is damaged: ${reason}. Move the folder away to begin anew`,
  );
}

/** False also of what this user may not even look at. */
function isFile(path: string): boolean {
  try {
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

function isDamaged(file: string): boolean {
  try {
    const database = new DatabaseSync(file, { readOnly: true });
    database.prepare('PRAGMA schema_version').get();
    database.close();
    return false;
  } catch (problem) {
    return isDamage(problem);
  }
}
