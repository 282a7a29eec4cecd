import type { DataFolder } from '../data-folder/data-folder.ts';

/** Says why nothing happens: two commands never work in one data folder at once. */
export function tellWaiting({ path }: DataFolder): void {
  process.stderr.write(`Another order command works in ${path}: waiting for it to end …\n`);
}
