import { accessSync } from 'node:fs';
import type { DataFolder } from './data-folder.ts';

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
