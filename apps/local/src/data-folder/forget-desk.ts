import { rmSync } from 'node:fs';
import { companions, type DataFolder } from './data-folder.ts';

/** Removes what the desk finds executions by: it is made of the journal, and made anew without what is no longer there. */
export function forgetDesk({ deskFile }: DataFolder): void {
  for (const path of [deskFile, ...companions.map((companion) => deskFile + companion)]) rmSync(path, { force: true });
}
