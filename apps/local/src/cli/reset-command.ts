import { existsSync, unlinkSync } from 'node:fs';
import {
  allFilesOf,
  companions,
  type DataFolder,
  dataFolder,
  folderExists,
  lockFileOf,
} from '../data-folder/data-folder.ts';
import { describeStorageProblem } from '../data-folder/data-folder-unusable.ts';
import { lockFolder } from '../data-folder/lock-folder.ts';
import { keepFromOthers } from '../data-folder/make-data-folder.ts';
import { exitCodes } from '../orders/exit-codes.ts';
import { tellWaiting } from './open-data-folder.ts';

/** `order reset`: forgets every order, charge, shipment and notice of a data folder. Gives the exit code. */
export async function resetCommand({ data }: { readonly data?: string }): Promise<number> {
  const folder = dataFolder(data);
  try {
    if (!folderExists(folder) || !holdsOurs(folder)) {
      process.stdout.write(`  Nothing to forget: no order has been placed in ${folder.path}\n`);
      return exitCodes.succeeded;
    }
    await forget(folder);
  } catch (problem) {
    throw describeStorageProblem(folder, problem);
  }
  process.stdout.write(`  Forgotten: every order, charge, shipment and notice in ${folder.path}\n`);
  return exitCodes.succeeded;
}

/** A folder of another kind, by a slip of the pen, is left as it is: without a lock of ours in it, too. */
function holdsOurs(folder: DataFolder): boolean {
  return ourFiles(folder).some((path) => existsSync(path));
}

/** Only what is ours: the folder may be one that the user chose. */
function ourFiles(folder: DataFolder): readonly string[] {
  return allFilesOf(folder).flatMap((file) => [file, ...companions.map((companion) => file + companion)]);
}

async function forget(folder: DataFolder): Promise<void> {
  keepFromOthers([lockFileOf(folder)]);
  const unlock = await lockFolder(folder, () => tellWaiting(folder));
  try {
    for (const path of ourFiles(folder)) if (existsSync(path)) unlinkSync(path);
  } finally {
    unlock();
  }
}
