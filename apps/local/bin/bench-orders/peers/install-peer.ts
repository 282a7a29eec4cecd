import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Peer } from './peer.ts';

/** Installs a peer's packages beside this repository, never in it, and gives the folder; what is there is taken. Throws where npm cannot. */
export function installPeer({ name, packages }: Peer): string {
  const pinned = Object.entries(packages).map(
    ([of, version]) => `${of.replace(/^@/, '').replace('/', '-')}-${version}`,
  );
  const folder = join(tmpdir(), 'order-workflow-peers', pinned.join('_'));
  const done = join(folder, 'installed');
  if (existsSync(done)) return folder;
  mkdirSync(folder, { recursive: true });
  console.error(`Installing ${name} (${pinned.join(', ')}) in ${folder} …`);
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ private: true, dependencies: packages }));
  // Scripts of theirs are not run: one of a dependency tells its maker about this machine.
  const given = [
    'install',
    '--ignore-scripts',
    '--no-audit',
    '--no-fund',
    '--loglevel',
    'error',
    '--fetch-retries',
    '1',
  ];
  execFileSync('npm', given, { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] });
  writeFileSync(done, '');
  return folder;
}
