import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { changedFiles, defaultApp } from '../new-stage/make-stage.ts';
import { StageNotRemoved, takeOutStage } from './take-out-stage.ts';

export interface RemovedStage {
  /** Files that were changed, and folders that are gone, from the repository's root. */
  readonly changed: readonly string[];
  readonly deleted: readonly string[];
  /** Whether orders may be under way that call it: it was released, and has only now left the sentence. */
  readonly stays: boolean;
}

interface Removal {
  /** The folder of the app, from the repository's root. */
  readonly app?: string;
  /** Also deletes what git could not give back. */
  readonly force?: boolean;
}

const dependencyKinds = ['dependencies', 'devDependencies', 'peerDependencies'] as const;
type Manifest = { readonly [kind in (typeof dependencyKinds)[number]]?: Readonly<Record<string, string>> };

/**
 * Removes a stage from the sentence of an app. One that was never released goes with its package, its owner and its changeset, as if
 * it had not been made. Of one that was released the package stays, since orders that began with it still call it; once it stands in
 * the sentence no more, the same removes its package.
 * Everything is worked out before anything is written.
 *
 * @param packageName its folder in `packages`: `gift-wrap`
 * @throws StageNotRemoved when there is no such package, a sentence needs it, another package uses it, or it holds work that is in
 *   no commit
 */
export function removeStage(
  repository: string,
  packageName: string,
  { app = defaultApp, force = false }: Removal = {},
): RemovedStage {
  const folder = `packages/${packageName}`;
  const name = `@order-workflow/${packageName}`;
  if (!existsSync(join(repository, folder, 'package.json')))
    throw new StageNotRemoved(`package: given ${JSON.stringify(packageName)}, expected a folder in packages`);
  const [workflow = '', dependencies = '', owners = ''] = changedFiles(repository, app);
  const read = (path: string) => readFileSync(join(repository, path), 'utf8');
  const sentence = read(workflow);
  const without = takeOutStage(sentence, name);
  const made = `.changeset/stage-${packageName}.md`;
  const wasReleased = !existsSync(join(repository, made));

  const written = new Map<string, string>();
  if (without !== sentence) written.set(workflow, without);
  const stays = wasReleased && without !== sentence;
  if (stays) {
    written.set(`.changeset/without-${packageName}.md`, changeset(packageName, app));
    return write(repository, written, [], stays);
  }
  const others = usersOf(repository, name).filter((path) => path !== dependencies);
  if (others.length > 0)
    throw new StageNotRemoved(`${name} is used by ${others.map(dirname).join(', ')}: remove it there first`);
  if (!force && git(repository, 'status', '--porcelain', '--', folder) !== '')
    throw new StageNotRemoved(`${folder} holds what is in no commit: commit it, or give --force to delete it`);
  written.set(dependencies, leave(read(dependencies), name));
  written.set(owners, read(owners).replace(new RegExp(String.raw`^/${folder}/ .*\n`, 'm'), ''));
  return write(repository, written, wasReleased ? [folder] : [folder, made], stays);
}

function write(repository: string, written: ReadonlyMap<string, string>, deleted: readonly string[], stays: boolean) {
  for (const [path, content] of written) writeFileSync(join(repository, path), content);
  for (const path of deleted) rmSync(join(repository, path), { recursive: true });
  return { changed: [...written.keys()], deleted, stays };
}

/** The package.json files of the repository that depend on a package. */
function usersOf(repository: string, name: string): readonly string[] {
  const listed = git(repository, 'ls-files', '--cached', '--others', '--exclude-standard', '*package.json');
  const files = listed.split('\n').filter((file) => file !== '' && existsSync(join(repository, file)));
  return files.filter((file) => {
    const manifest: Manifest = JSON.parse(readFileSync(join(repository, file), 'utf8'));
    return dependencyKinds.some((kind) => name in (manifest[kind] ?? {}));
  });
}

function git(cwd: string, ...args: readonly string[]): string {
  return execFileSync('git', args, { cwd, encoding: 'utf8' });
}

/** A package.json (its text) that no longer depends on a package. */
function leave(packageJson: string, name: string): string {
  const read: Manifest = JSON.parse(packageJson);
  const dependencies = Object.entries(read.dependencies ?? {}).filter(([other]) => other !== name);
  return `${JSON.stringify({ ...read, dependencies: Object.fromEntries(dependencies) }, null, 2)}\n`;
}

function changeset(packageName: string, app: string): string {
  const front = app === defaultApp ? "---\n'@order-workflow/infra': minor\n---\n" : '---\n---\n';
  return `${front}\nThe stage of \`@order-workflow/${packageName}\` is no longer part of the workflow.\n`;
}
