import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { dependOn } from './depend-on.ts';
import { fillTemplate } from './fill-template.ts';
import { insertStage } from './insert-stage.ts';
import { type StageNames, StageNotMade } from './stage-names.ts';

/** Files of every stage; and of one with an undo, some of them in the place of those. */
const templates = {
  stage: fileURLToPath(new URL('../../stage-template', import.meta.url)),
  undo: fileURLToPath(new URL('../../stage-template-undo', import.meta.url)),
};
const suffix = '.template';

const workflow = 'infra/src/order-workflow.ts';
const dependencies = 'infra/package.json';
const owners = '.github/CODEOWNERS';
/** What is changed besides the package that is made: a line or two each, which `.gitattributes` merges. */
export const changedFiles = [workflow, dependencies, owners] as const;

/**
 * Makes the package of a stage in a repository, puts it into the workflow, names its owner, and notes the change for the next
 * release. All else comes from its manifest.
 * Everything is worked out before anything is written. Returns the files that were written, from the repository's root.
 *
 * @throws StageNotMade when there is such a package, or no such stage to stand after
 */
export function makeStage(repository: string, names: StageNames, after?: string): readonly string[] {
  const folder = `packages/${names.package}`;
  if (existsSync(join(repository, folder))) throw new StageNotMade(`${folder} is there already`);
  const read = (path: string) => readFileSync(join(repository, path), 'utf8');
  const written = new Map([
    ...filled(templates.stage, folder, names),
    ...(names.undoName ? filled(templates.undo, folder, names) : []),
    [workflow, insertStage(read(workflow), names, after)],
    [dependencies, dependOn(read(dependencies), `@order-workflow/${names.package}`)],
    [owners, `${read(owners)}/${folder}/ @order-workflow/${names.package}\n`],
    [`.changeset/stage-${names.package}.md`, changeset(names)],
  ]);
  for (const [path, content] of written) {
    mkdirSync(dirname(join(repository, path)), { recursive: true });
    writeFileSync(join(repository, path), content);
  }
  return [...written.keys()];
}

/** The files of a template, by the path at which each is written. */
function filled(template: string, folder: string, names: StageNames): readonly [path: string, content: string][] {
  const files = readdirSync(template, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith(suffix));
  return files.map((file) => [
    join(folder, fillTemplate(file.slice(0, -suffix.length), names)),
    fillTemplate(readFileSync(join(template, file), 'utf8'), names),
  ]);
}

function changeset({ package: folder, 'State Name': state, 'Undo Name': undo }: StageNames): string {
  const undone = undo === undefined ? '' : `, which ${undo} undoes`;
  return `---\n'@order-workflow/${folder}': minor\n'@order-workflow/infra': minor\n---\n\nA new stage: ${state}${undone}.\n`;
}
