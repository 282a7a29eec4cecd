import { existsSync, rmSync } from 'node:fs';
import { dataFolder, filesOf } from '../data-folder/data-folder.ts';
import { lockFolder } from '../data-folder/lock-folder.ts';
import { exitCodes } from './exit-codes.ts';

/** `order reset`: forgets every order, charge, shipment and notice of this machine. Gives the exit code. */
export async function resetCommand({ data }: { readonly data?: string }): Promise<number> {
  const folder = dataFolder(data);
  if (existsSync(folder.path)) {
    const unlock = await lockFolder(folder.path, () => {
      process.stderr.write(`Another order command works in ${folder.path}: waiting for it to end …\n`);
    });
    // Only what is ours: the folder may be one that the user chose.
    for (const file of filesOf(folder))
      for (const suffix of ['', '-wal', '-shm']) rmSync(file + suffix, { force: true });
    unlock();
  }
  process.stdout.write(`  Forgotten: every order, charge, shipment and notice in ${folder.path}\n`);
  return exitCodes.succeeded;
}
