import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Bump, bumps } from './judge-bumps.ts';

/** The largest bump that the changesets of a folder (`.changeset`) announce of each package. */
export function readBumps(folder: string): ReadonlyMap<string, Bump> {
  const announced = new Map<string, Bump>();
  for (const file of globSync('*.md', { cwd: folder })) {
    const [, head = ''] = /^---\n([\s\S]*?)^---$/m.exec(readFileSync(join(folder, file), 'utf8')) ?? [];
    for (const [, name = '', bump = ''] of head.matchAll(/^["']?(@?[\w/.-]+?)["']?: *(patch|minor|major)$/gm)) {
      const before = announced.get(name);
      if (!before || bumps.indexOf(bump as Bump) > bumps.indexOf(before)) announced.set(name, bump as Bump);
    }
  }
  return announced;
}
