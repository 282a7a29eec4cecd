import { accessSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Where what happens on this machine is kept from one command to the next. It holds personal data. */
export interface DataFolder {
  readonly path: string;
  /** Executions with their histories. */
  readonly journalFile: string;
  /** What the payment gateway and the carrier know. */
  readonly ledgerFile: string;
  /** What topics and queues took. */
  readonly messagesFile: string;
  /** The items of tables. It is there since there was a table. */
  readonly tablesFile: string;
  /** What the desk finds executions by. It is made from the others, and made anew where it is missing. */
  readonly deskFile: string;
  /** Where the server answers that works in it. */
  readonly serverFile: string;
  /** The executions that place batches, which `order serve` alone goes on with. */
  readonly batchesFile: string;
}

const ownFolder = fileURLToPath(new URL('../../../../.order-workflow/local', import.meta.url));

/** The data folder that was asked for, or the one that the environment names, or the repository's own. */
export function dataFolder(given: string | undefined, environment: NodeJS.ProcessEnv = process.env): DataFolder {
  const standing = environment['INIT_CWD'] ?? process.cwd();
  const path = given ?? environment['ORDER_WORKFLOW_DATA'];
  return folderAt(path === undefined ? ownFolder : resolve(standing, path));
}

/** What a process holds while it works in a data folder. It stays when everything else is forgotten. */
export function lockFileOf({ path }: DataFolder): string {
  return join(path, 'lock.sqlite');
}

/** What SQLite makes beside a file: its log, the index of that, and what it takes back when a write breaks off. */
export const companions = ['-wal', '-shm', '-journal'] as const;

/** Every file that a data folder can hold, apart from its lock. */
export function allFilesOf(folder: DataFolder): readonly string[] {
  return [...filesOf(folder), folder.deskFile, folder.serverFile, folder.batchesFile];
}

/** Those of them without which nothing may be done in a folder that had them. */
export function filesOf(folder: DataFolder): readonly string[] {
  return [...lastingFilesOf(folder), folder.tablesFile];
}

/** Those of them that each data folder has. */
export function lastingFilesOf(folder: DataFolder): readonly string[] {
  return [folder.journalFile, folder.ledgerFile, folder.messagesFile];
}

function folderAt(path: string): DataFolder {
  return {
    path,
    journalFile: join(path, 'executions.sqlite'),
    ledgerFile: join(path, 'ledger.sqlite'),
    messagesFile: join(path, 'messages.sqlite'),
    tablesFile: join(path, 'tables.sqlite'),
    deskFile: join(path, 'desk.sqlite'),
    serverFile: join(path, 'server.txt'),
    batchesFile: join(path, 'batches.sqlite'),
  };
}

/** Whether there is a folder. Throws the system's error when something else stands there, or on the way to it. */
export function folderExists({ path }: DataFolder): boolean {
  try {
    accessSync(`${path}/`);
    return true;
  } catch (problem) {
    if (problem instanceof Error && 'code' in problem && problem.code === 'ENOENT') return false;
    throw problem;
  }
}
