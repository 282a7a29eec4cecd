import { cpSync, globSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { applyMutant } from './apply-mutant.ts';
import { atExit } from './at-exit.ts';
import { copyRepository } from './copy-repository.ts';
import type { Mutant } from './mutant.ts';
import { readModules } from './read-modules.ts';
import { runNode } from './run-process.ts';
import { appOf, assemblyOf, type MutatedApp, mutatedApps } from './workflow-of.ts';

/** A mutant whose bundles or template cannot be made shows nothing about the tests. */
class MutantNotBuilt extends Error {
  override readonly name = 'MutantNotBuilt';
}

/** The composition takes the workflow no longer, so that it cannot be deployed either: the mutant was noticed. */
export class MutantRefused extends Error {
  override readonly name = 'MutantRefused';
}

/** A copy of the repository in which one mutant after another is made. */
export interface Workbench {
  readonly folder: string;
  /**
   * Puts the mutant in and builds what depends on it. Gives the file that it breaks, and how to take it out again.
   *
   * @throws MutantRefused, MutantNotBuilt, MutantRotten
   */
  make(mutant: Mutant): Promise<{ readonly file: string; readonly takeOut: () => void }>;
  close(): void;
}

const mostMs = 120_000;

/** Copies and builds the repository in a temporary folder. */
export async function openWorkbench(repository: string): Promise<Workbench> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'order-workflow-mutants-')));
  const built = join(folder, '.built');
  const restore = (paths: readonly string[]) => {
    for (const path of paths) {
      rmSync(join(folder, path), { recursive: true, force: true });
      cpSync(join(built, path), join(folder, path), { recursive: true });
    }
  };
  const close = () => rmSync(folder, { recursive: true, force: true });
  const closed = atExit(close);
  copyRepository(repository, folder);
  const stages = stagePackages(folder);
  const outputs = [...stages.map((stage) => `${stage}/dist`), ...mutatedApps.map(assemblyOf)];
  const modulesOf = readModules(folder);
  await build(folder, stages);
  for (const app of mutatedApps) await synthesize(folder, app);
  for (const path of outputs) cpSync(join(folder, path), join(built, path), { recursive: true });

  return {
    folder,
    async make(mutant) {
      const { file, source } = applyMutant(mutant, modulesOf);
      const path = join(folder, file);
      const whole = readFileSync(path, 'utf8');
      const takeOut = () => {
        writeFileSync(path, whole);
        restore(outputs);
      };
      writeFileSync(path, source);
      try {
        await build(folder, bundling(stages, file));
        if (!file.startsWith('apps/')) await synthesize(folder, appOf(file)).catch(refuse);
      } catch (problem) {
        takeOut();
        throw problem;
      }
      return { file, takeOut };
    },
    close() {
      closed();
      close();
    },
  };
}

/** Without the mutant it was synthesized. */
function refuse(problem: Error): never {
  throw new MutantRefused(/^\w*Error: .*$/m.exec(problem.message)?.[0] ?? problem.message);
}

/** Packages with functions. */
function stagePackages(folder: string): readonly string[] {
  return globSync('packages/*/src/lambda', { cwd: folder }).map((path) => dirname(dirname(path)));
}

/** The stages whose bundles may hold a file: its own, or all when it is of none. */
function bundling(stages: readonly string[], file: string): readonly string[] {
  if (!file.startsWith('packages/')) return [];
  const own = stages.filter((stage) => file.startsWith(`${stage}/`));
  return own.length > 0 ? own : stages;
}

async function build(folder: string, packages: readonly string[]): Promise<void> {
  await Promise.all(packages.map((path) => run(join(folder, path), 'tsup', 'dist/cli-default.js')));
}

/** The stages' manifests are read from their sources; their bundles as built. */
async function synthesize(folder: string, app: MutatedApp): Promise<void> {
  const command = `"${process.execPath}" --conditions=@order-workflow/source bin/app.ts`;
  await run(join(folder, app), 'aws-cdk', 'bin/cdk', 'synth', '--quiet', '--no-notices', '--app', command);
}

async function run(cwd: string, name: string, script: string, ...args: readonly string[]): Promise<void> {
  const { exitCode, text } = await runNode([toolOf(cwd, name, script), ...args], cwd, mostMs);
  if (exitCode !== 0) throw new MutantNotBuilt(`${name} failed in ${cwd}:\n${text.trim()}`);
}

/** A script of a package that is installed for the one in `cwd`. */
export function toolOf(cwd: string, name: string, script: string): string {
  return join(createRequire(join(cwd, 'package.json')).resolve(`${name}/package.json`), '..', script);
}
