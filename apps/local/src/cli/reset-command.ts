import { existsSync, unlinkSync } from 'node:fs';
import { companions, type DataFolder, dataFolder, filesOf, lockFileOf } from '../data-folder/data-folder.ts';
import { describeProblem } from '../data-folder/data-folder-unusable.ts';
import { folderExists } from '../data-folder/folder-exists.ts';
import { lockFolder } from '../data-folder/lock-folder.ts';
import { keepFromOthers } from '../data-folder/make-data-folder.ts';
import { exitCodes } from './exit-codes.ts';
import { tellWaiting } from './tell-waiting.ts';

/** `order reset`: forgets every order, charge, shipment and notice of this machine. Gives the exit code. */
export async function resetCommand({ data }: { readonly data?: string }): Promise<number> {
  const folder = dataFolder(data);
  try {
    if (folderExists(folder)) await forget(folder);
  } catch (problem) {
    throw describeProblem(folder, problem);
  }
  process.stdout.write(`  Forgotten: every order, charge, shipment and notice in ${folder.path}\n`);
  return exitCodes.succeeded;
}

async function forget(folder: DataFolder): Promise<void> {
  keepFromOthers([lockFileOf(folder)]);
  const unlock = await lockFolder(folder, () => tellWaiting(folder));
  try {
    // Only what is ours: the folder may be one that the user chose.
    for (const file of filesOf(folder))
      for (const path of [file, ...companions.map((companion) => file + companion)])
        if (existsSync(path)) unlinkSync(path);
  } finally {
    unlock();
  }
}
