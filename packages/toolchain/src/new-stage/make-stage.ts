import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fillTemplate } from './fill-template.ts';
import { insertEntry } from './insert-entry.ts';
import { insertStage } from './insert-stage.ts';
import { type StageNames, StageNotMade } from './stage-names.ts';

const template = fileURLToPath(new URL('../../stage-template', import.meta.url));
const suffix = '.template';

const workflow = 'infra/src/order-workflow.ts';
const targets = 'packages/simulators/src/faults/fault-targets.ts';
const targetOfState = 'apps/local/src/faults/fault-target.ts';
/** What is changed besides the package that is made. */
export const changedFiles = [workflow, targets, targetOfState, 'infra/package.json'] as const;

interface Manifest {
  readonly dependencies: Readonly<Record<string, string>>;
}

/**
 * Makes the package of a stage in a repository, puts it into the workflow and among what faults can be aimed at, so that
 * the soak strikes it too, and notes the change for the next release.
 * Everything is worked out before anything is written. Returns the files that were written, from the repository's root.
 *
 * @throws StageNotMade when there is such a package, or no such stage to stand after
 */
export function makeStage(repository: string, names: StageNames, after?: string): readonly string[] {
  const folder = `packages/${names.package}`;
  if (existsSync(join(repository, folder))) throw new StageNotMade(`${folder} is there already`);
  const read = (path: string) => readFileSync(join(repository, path), 'utf8');
  const written = new Map([
    ...templateFiles().map((file): [string, string] => [
      join(folder, fillTemplate(file.slice(0, -suffix.length), names)),
      fillTemplate(readFileSync(join(template, file), 'utf8'), names),
    ]),
    [workflow, insertStage(read(workflow), names, after)],
    ['infra/package.json', dependOn(read('infra/package.json'), `@order-workflow/${names.package}`)],
    [targets, insertEntry(read(targets), '} as const satisfies', `'${names.package}': { layers: ['lambda'] }`)],
    [targetOfState, insertEntry(read(targetOfState), '};\n', `'${names['State Name']}': '${names.package}'`)],
    [`.changeset/stage-${names.package}.md`, changeset(names)],
  ]);
  for (const [path, content] of written) {
    mkdirSync(dirname(join(repository, path)), { recursive: true });
    writeFileSync(join(repository, path), content);
  }
  return [...written.keys()];
}

function templateFiles(): readonly string[] {
  return readdirSync(template, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith(suffix));
}

function dependOn(manifest: string, name: string): string {
  const read = JSON.parse(manifest) as Manifest;
  const dependencies = Object.entries({ ...read.dependencies, [name]: 'workspace:*' });
  const sorted = dependencies.toSorted(([one], [other]) => (one < other ? -1 : 1));
  return `${JSON.stringify({ ...read, dependencies: Object.fromEntries(sorted) }, null, 2)}\n`;
}

function changeset({ package: folder, 'State Name': state }: StageNames): string {
  return `---\n'@order-workflow/${folder}': minor\n'@order-workflow/infra': minor\n---\n\nA new stage: ${state}.\n`;
}
