import { existsSync, statSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { type DataFolder, filesOf, lockFileOf } from './data-folder.ts';

/** A data folder that cannot be worked in, and why. It has not been changed. */
export class DataFolderUnusable extends Error {
  override readonly name = 'DataFolderUnusable';
}

const systemReasons: Readonly<Record<string, string>> = {
  ENOTDIR: 'part of its path is a file, expected a folder',
  EACCES: 'this user may not read and write there',
  EPERM: 'this user may not read and write there',
  EROFS: 'it is on a disk that cannot be written',
  ENOSPC: 'the disk is full',
};

/** What went wrong with a folder, in words where it is the folder's own condition; any other problem as it is. */
export function describeProblem(folder: DataFolder, problem: unknown): unknown {
  if (!(problem instanceof Error && 'code' in problem)) return problem;
  if (statSync(folder.path, { throwIfNoEntry: false })?.isFile())
    return new DataFolderUnusable(`${folder.path} cannot be used: it is a file, expected a folder`);
  const reason = systemReasons[String(problem.code)];
  if (reason !== undefined) return new DataFolderUnusable(`${folder.path} cannot be used: ${reason}`);
  if (problem.code !== 'ERR_SQLITE_ERROR') return problem;
  // SQLite does not say which file it means.
  const damaged = [lockFileOf(folder), ...filesOf(folder)].find((file) => existsSync(file) && !isDatabase(file));
  return new DataFolderUnusable(
    damaged === undefined
      ? `${folder.path} cannot be used: ${problem.message}`
      : `${damaged} is damaged: ${problem.message}. Move the folder away to begin anew`,
  );
}

function isDatabase(file: string): boolean {
  try {
    const database = new DatabaseSync(file, { readOnly: true });
    database.prepare('PRAGMA schema_version').get();
    database.close();
    return true;
  } catch (problem) {
    // One that is merely locked is sound.
    return !/not a database|malformed/.test((problem as Error).message);
  }
}
