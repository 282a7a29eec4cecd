import { chmodSync, closeSync, existsSync, mkdirSync, openSync, readdirSync, type Stats, statSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { allFilesOf, companions, type DataFolder, lockFileOf } from './data-folder.ts';
import { DataFolderUnusable } from './data-folder-unusable.ts';

const onlyOwner = 0o700;
const others = 0o077;
const sticky = 0o1000;

/**
 * Makes the folder, for its owner only. One that is there, and that others may enter, is taken from them when nothing but
 * ours is in it; `onTighten` is told so.
 *
 * @throws DataFolderUnusable when others may enter it and it is not for this program to change that
 * @throws Error of the system when there can be no folder
 */
export function makeDataFolder(folder: DataFolder, onTighten: (message: string) => void): void {
  const { path } = folder;
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found?.isDirectory()) {
    makeWithParents(path);
    return;
  }
  if (!isOpenToOthers(found)) return;
  const reason = whyNotOurs(folder, found);
  if (reason !== undefined)
    throw new DataFolderUnusable(
      `${path} cannot be used: others may enter it (mode ${modeText(found)}), and ${reason}. Personal data is kept there: name a folder of its own, or chmod 700 it`,
    );
  chmodSync(path, onlyOwner);
  onTighten(
    `Others could enter ${path} (mode ${modeText(found)}): it is its owner's alone now, since it holds personal data.`,
  );
}

/** Makes these files, and what SQLite has beside them, their owner's only. One that is not there is made, empty. */
export function keepFromOthers(files: readonly string[]): void {
  for (const file of files) {
    // SQLite gives what it makes beside a file the rights of that file.
    closeSync(openSync(file, 'a', 0o600));
    for (const path of [file, ...companions.map((companion) => file + companion)])
      if (existsSync(path) && isOpenToOthers(statSync(path))) chmodSync(path, 0o600);
  }
}

/** Not by `recursive`, which says of a disk that cannot be written that there is no such folder. */
function makeWithParents(path: string): void {
  const parent = dirname(path);
  if (parent !== path && !existsSync(parent)) makeWithParents(parent);
  try {
    mkdirSync(path, { mode: onlyOwner });
  } catch (problem) {
    // Another command may have made it just now.
    if (!statSync(path, { throwIfNoEntry: false })?.isDirectory()) throw problem;
  }
}

function whyNotOurs(folder: DataFolder, { uid, mode }: Stats): string | undefined {
  const self = process.getuid?.();
  if (self !== 0 && uid !== self) return 'it belongs to another user';
  if (mode & sticky) return 'it is a folder that users share';
  const own = new Set(
    [lockFileOf(folder), ...allFilesOf(folder)].flatMap((file) =>
      ['', ...companions].map((end) => basename(file) + end),
    ),
  );
  return readdirSync(folder.path).every((entry) => own.has(entry)) ? undefined : 'it holds other things too';
}

/** Rights are those of POSIX: elsewhere a folder is not judged. */
function isOpenToOthers({ mode }: Stats): boolean {
  return process.getuid !== undefined && (mode & others) !== 0;
}

function modeText({ mode }: Stats): string {
  return (mode & 0o7777).toString(8).padStart(4, '0');
}
