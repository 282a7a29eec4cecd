import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { companions, type DataFolder, dataFolder, filesOf } from './data-folder.ts';

/** Works with a copy of a folder's files, which only this user may enter and which is gone afterwards. */
export function withCopy<Result>(folder: DataFolder, work: (copy: DataFolder) => Result): Result {
  const copy = dataFolder(mkdtempSync(join(tmpdir(), 'order-workflow-')));
  try {
    // The index of a log belongs to the processes that have it open.
    for (const file of filesOf(folder))
      for (const path of [file, ...companions.map((companion) => file + companion)])
        if (existsSync(path) && !path.endsWith('-shm')) copyFileSync(path, join(copy.path, basename(path)));
    return work(copy);
  } finally {
    rmSync(copy.path, { recursive: true });
  }
}
