import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Bump } from './judge-bumps.ts';

/** The largest bump that the changesets of a folder (`.changeset`) announce of each package. */
export function readBumps(folder: string): ReadonlyMap<string, Bump> {
  const sizes: readonly string[] = ['patch', 'minor', 'major'];
  const bumps = new Map<string, Bump>();
  for (const file of globSync('*.md', { cwd: folder })) {
    const [, head = ''] = /^---\n([\s\S]*?)^---$/m.exec(readFileSync(join(folder, file), 'utf8')) ?? [];
    for (const [, name = '', bump = ''] of head.matchAll(/^["']?(@?[\w/.-]+?)["']?: *(patch|minor|major)$/gm)) {
      if (sizes.indexOf(bump) > sizes.indexOf(bumps.get(name) ?? '')) bumps.set(name, bump as Bump);
    }
  }
  return bumps;
}
