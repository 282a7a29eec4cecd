import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readlinkSync, realpathSync, symlinkSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';

const scope = '@order-workflow';

/**
 * Copies all files of a repository that are not ignored, and links what it has installed, so that its own packages
 * resolve to the copy and everybody else's to where they are.
 *
 * @throws Error when a package of ours would resolve to the original
 */
export function copyRepository(original: string, copy: string): void {
  const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: original,
    encoding: 'utf8',
  });
  for (const file of listed.split('\0')) {
    if (file !== '' && existsSync(join(original, file))) cpSync(join(original, file), join(copy, file));
  }
  linkInstalled(join(original, 'node_modules'), join(copy, 'node_modules'));
  for (const folder of workspaceFolders(copy)) {
    linkInstalled(join(original, folder, 'node_modules'), join(copy, folder, 'node_modules'));
    assertOwn(copy, join(copy, folder, 'node_modules', scope));
  }
}

function workspaceFolders(repository: string): readonly string[] {
  const below = ['apps', 'packages', 'examples'].flatMap((parent) =>
    readdirSync(join(repository, parent)).map((name) => `${parent}/${name}`),
  );
  return [...below, 'infra'].filter((folder) => existsSync(join(repository, folder, 'package.json')));
}

/** Links of ours are relative and so lead to the copy; everything else is linked to where it is. */
function linkInstalled(from: string, to: string): void {
  if (!existsSync(from)) return;
  mkdirSync(to, { recursive: true });
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    // Caches are not shared, and scripts in .bin are not used.
    if (entry.name.startsWith('.') && entry.name !== '.pnpm') continue;
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isSymbolicLink()) symlinkSync(readlinkSync(source), target);
    else if (entry.name === scope) linkInstalled(source, target);
    else symlinkSync(realpathSync(source), target);
  }
}

function assertOwn(copy: string, folder: string): void {
  if (!existsSync(folder)) return;
  const root = realpathSync(copy);
  for (const name of readdirSync(folder)) {
    const found = realpathSync(join(folder, name));
    if (!found.startsWith(root + sep))
      throw new Error(`${scope}/${name} resolves to ${found} from ${dirname(folder)}, expected a folder of the copy`);
  }
}
