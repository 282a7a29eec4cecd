import { mkdirSync, statSync } from 'node:fs';
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
}

const ownFolder = fileURLToPath(new URL('../../../../.order-workflow/local', import.meta.url));

/** The data folder that was asked for, or the one that the environment names, or the repository's own. */
export function dataFolder(given: string | undefined, environment: NodeJS.ProcessEnv = process.env): DataFolder {
  const standing = environment['INIT_CWD'] ?? process.cwd();
  const path = given ?? environment['ORDER_WORKFLOW_DATA'];
  return folderAt(path === undefined ? ownFolder : resolve(standing, path));
}

/** Makes the folder, for its owner only, unless it is there. Throws the system's error when there can be none. */
export function makeDataFolder({ path }: DataFolder): void {
  if (!statSync(path, { throwIfNoEntry: false })?.isDirectory()) mkdirSync(path, { recursive: true, mode: 0o700 });
}

/** What a process holds while it works in a data folder. It stays when everything else is forgotten. */
export function lockFileOf({ path }: DataFolder): string {
  return join(path, 'lock.sqlite');
}

/** Every file that a data folder holds, apart from its lock. */
export function filesOf({ journalFile, ledgerFile, messagesFile }: DataFolder): readonly string[] {
  return [journalFile, ledgerFile, messagesFile];
}

function folderAt(path: string): DataFolder {
  return {
    path,
    journalFile: join(path, 'executions.sqlite'),
    ledgerFile: join(path, 'ledger.sqlite'),
    messagesFile: join(path, 'messages.sqlite'),
  };
}
