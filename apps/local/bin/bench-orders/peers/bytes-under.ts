import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** How much is in the files under a folder; what a file has laid out ahead and not written does not count. */
export function bytesUnder(folder: string): number {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce(
      (bytes, { parentPath, name }) => bytes + (statSync(join(parentPath, name), { throwIfNoEntry: false })?.size ?? 0),
      0,
    );
}
