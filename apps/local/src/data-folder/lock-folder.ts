import { DatabaseSync } from 'node:sqlite';
import { setTimeout as wait } from 'node:timers/promises';
import { type DataFolder, lockFileOf } from './data-folder.ts';

const retryMs = 100;

/**
 * Takes a folder for this process alone, and waits while another one has it. The operating system gives the lock back
 * when a process ends, however it ends. Gives how to let go.
 */
export async function lockFolder(folder: DataFolder, onWait: () => void): Promise<() => void> {
  const database = new DatabaseSync(lockFileOf(folder));
  try {
    for (let tries = 0; !take(database); tries++) {
      if (tries === 1) onWait();
      await wait(retryMs);
    }
  } catch (problem) {
    database.close();
    throw problem;
  }
  return () => database.close();
}

function take(database: DatabaseSync): boolean {
  try {
    database.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE;');
    return true;
  } catch (problem) {
    if (problem instanceof Error && /locked/.test(problem.message)) return false;
    throw problem;
  }
}
