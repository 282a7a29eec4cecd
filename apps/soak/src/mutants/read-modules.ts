import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A source file. */
export interface SourceModule {
  /** Path from the repository's root. */
  readonly file: string;
  readonly source: string;
}

/** Gives the modules that export a name, or `folder/name`: one, but where a name stands for two things. */
export type ModuleFinder = (exported: string) => readonly SourceModule[];

/** Sources of which the workflow is made; what judges it is none. */
const sources = ['packages/*/src/**/*.ts', 'apps/local/src/**/*.ts', 'infra/src/**/*.ts'];
const notBroken = ['packages/{simulators,toolchain}/**', '**/*.{test,test-d,contract}.ts'];

/** Reads a repository, to find its modules by what they export: they may move to another folder or package. */
export function readModules(repository: string): ModuleFinder {
  const modules = globSync(sources, { cwd: repository, exclude: notBroken }).map((file) => ({
    file,
    source: readFileSync(join(repository, file), 'utf8'),
  }));
  return (exported) => {
    const [name = '', folder] = exported.split('/').reverse();
    const exports = new RegExp(`^export (?:async )?(?:function|const|class) ${name}\\b`, 'm');
    const here = modules.filter(({ file }) => folder === undefined || file.includes(`/${folder}/`));
    return here.filter(({ source }) => exports.test(source));
  };
}
