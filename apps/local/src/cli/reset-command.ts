import { existsSync, rmSync } from 'node:fs';
import { type DataFolder, dataFolder, filesOf } from '../data-folder/data-folder.ts';
import { describeProblem } from '../data-folder/data-folder-unusable.ts';
import { lockFolder } from '../data-folder/lock-folder.ts';
import { exitCodes } from './exit-codes.ts';
import { tellWaiting } from './tell-waiting.ts';

/** `order reset`: forgets every order, charge, shipment and notice of this machine. Gives the exit code. */
export async function resetCommand({ data }: { readonly data?: string }): Promise<number> {
  const folder = dataFolder(data);
  try {
    if (existsSync(folder.path)) await forget(folder);
  } catch (problem) {
    throw describeProblem(folder, problem);
  }
  process.stdout.write(`  Forgotten: every order, charge, shipment and notice in ${folder.path}\n`);
  return exitCodes.succeeded;
}

async function forget(folder: DataFolder): Promise<void> {
  const unlock = await lockFolder(folder, () => tellWaiting(folder));
  // Only what is ours: the folder may be one that the user chose.
  for (const file of filesOf(folder)) for (const suffix of ['', '-wal', '-shm']) rmSync(file + suffix, { force: true });
  unlock();
}
