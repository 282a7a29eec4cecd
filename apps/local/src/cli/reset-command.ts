import { existsSync, unlinkSync } from 'node:fs';
import { openSqliteJournal } from '@order-workflow/asl-engine/journal-sqlite';
import { openLedgers } from '@order-workflow/simulators';
import {
  allFilesOf,
  companions,
  type DataFolder,
  dataFolder,
  folderExists,
  lockFileOf,
} from '../data-folder/data-folder.ts';
import { describeStorageProblem } from '../data-folder/data-folder-unusable.ts';
import { folderClock, worldClock } from '../data-folder/folder-clock.ts';
import { lockFolder } from '../data-folder/lock-folder.ts';
import { keepFromOthers } from '../data-folder/make-data-folder.ts';
import { exitCodes } from '../orders/exit-codes.ts';
import { isAttended, saysYes } from '../terminal/ask-yes.ts';
import { tellWaiting } from './open-data-folder.ts';

export interface ResetCommandOptions {
  readonly data?: string;
  /** Does not ask first. */
  readonly yes?: true;
}

/**
 * `order reset`: forgets every order, charge, shipment and notice of a data folder. Whoever sits at a terminal is asked first; where nobody
 * does, it is a script that says what it wants. Gives the exit code: 2 where the answer was no.
 */
export async function resetCommand({ data, yes }: ResetCommandOptions): Promise<number> {
  const folder = dataFolder(data);
  try {
    if (!folderExists(folder) || !holdsOurs(folder)) {
      process.stdout.write(`  Nothing to forget: no order has been placed in ${folder.path}\n`);
      return exitCodes.succeeded;
    }
    if (!(await forget(folder, yes !== true && isAttended()))) {
      process.stdout.write('  Nothing has been forgotten.\n');
      return exitCodes.unreadable;
    }
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

/** Whether all is forgotten. */
async function forget(folder: DataFolder, asks: boolean): Promise<boolean> {
  keepFromOthers([lockFileOf(folder)]);
  const unlock = await lockFolder(folder, () => tellWaiting(folder));
  try {
    if (asks && !(await saysYes(`${whatGoes(folder)}\n  Forget it all? It cannot be brought back. [y/N] `)))
      return false;
    for (const path of ourFiles(folder)) if (existsSync(path)) unlinkSync(path);
    return true;
  } finally {
    unlock();
  }
}

/** What a folder holds, in a line; also of one that is damaged, which is reset to be mended. */
function whatGoes(folder: DataFolder): string {
  try {
    const { executions, charges, parcels } = counted(folder);
    const counts = [some(executions, 'execution'), some(charges, 'charge'), some(parcels, 'parcel')];
    return `  In ${folder.path}: ${counts.join(', ')}, and what was sent to customers.`;
  } catch {
    return `  In ${folder.path}: what cannot be counted, since it cannot be read.`;
  }
}

function counted(folder: DataFolder) {
  // To open a file makes it.
  if (![folder.journalFile, folder.ledgerFile].every((file) => existsSync(file)))
    return { executions: 0, charges: 0, parcels: 0 };
  const opened = new DisposableStack();
  try {
    const journal = opened.adopt(openSqliteJournal(folder.journalFile), (open) => open.close());
    const clock = worldClock(folderClock(journal, false));
    const books = opened.adopt(openLedgers(folder.ledgerFile, clock), (open) => open.close());
    return {
      executions: journal.list().length,
      charges: books.payments.charges().length,
      parcels: books.shipments.shipments().length,
    };
  } finally {
    opened.dispose();
  }
}

function some(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}
