import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { DataFolder } from './data-folder.ts';

/** Notes where the server answers that works in a folder, if that can be written: for who waits for it, as it ends only when it is told to. */
export function noteServer({ serverFile }: DataFolder, url: string): void {
  try {
    writeFileSync(serverFile, url, { mode: 0o600 });
  } catch {
    // Then who waits is not told whom for.
  }
}

/** Where the server answers that works in a folder; undefined when none does. Asked while another process has the folder. */
export function notedServer({ serverFile }: DataFolder): string | undefined {
  try {
    return readFileSync(serverFile, 'utf8');
  } catch {
    return undefined;
  }
}

/** Forgets the server before: whoever has taken the folder is another one, however that one ended. */
export function forgetServer({ serverFile }: DataFolder): void {
  rmSync(serverFile, { force: true });
}
