/** Reasons of the system, by its codes. */
const systemReasons: Readonly<Record<string, string>> = {
  ENOTDIR: 'part of its path is a file, expected a folder',
  EEXIST: 'a file, or a link that leads nowhere, is part of its path, expected a folder',
  EISDIR: 'a folder stands where a file of it should be',
  ERR_FS_EISDIR: 'a folder stands where a file of it should be',
  EACCES: 'this user may not read and write there',
  EPERM: 'this user may not read and write there',
  EROFS: 'it is on a disk that cannot be written',
  ENOSPC: 'the disk is full',
  EDQUOT: "this user's share of the disk is full",
  EIO: 'the disk does not read or write',
};

/** Reasons of SQLite, by its primary result codes (sqlite.org/rescode.html). */
const sqliteReasons: Readonly<Record<number, string>> = {
  8: 'its files cannot be written',
  10: 'its files cannot be read or written: the disk fails or is full, or a limit on the size of files is reached',
  13: 'the disk is full',
  14: 'a file of it cannot be opened or made',
};

/** SQLITE_CORRUPT and SQLITE_NOTADB. */
const damaged: ReadonlySet<number> = new Set([11, 26]);

/** Why a folder cannot be read or written, in words; undefined for a problem that is not the folder's. */
export function storageReason(problem: unknown): string | undefined {
  if (!(problem instanceof Error && 'code' in problem)) return undefined;
  const known = systemReasons[String(problem.code)];
  if (known !== undefined) return known;
  const primary = primaryCode(problem);
  if (primary !== undefined) return sqliteReasons[primary] ?? problem.message;
  return undefined;
}

/** Whether SQLite says that what it read is no database, or a damaged one. */
export function isDamage(problem: unknown): boolean {
  return damaged.has(primaryCode(problem) ?? 0);
}

/** The lowest byte of an extended result code is the primary one. */
function primaryCode(problem: unknown): number | undefined {
  if (!(problem instanceof Error && 'errcode' in problem)) return undefined;
  return Number(problem.errcode) & 0xff;
}
