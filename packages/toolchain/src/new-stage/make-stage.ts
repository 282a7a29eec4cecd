import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { dependOn } from './depend-on.ts';
import { insertStage } from './insert-stage.ts';
import { type StageNames, StageNotMade } from './stage-names.ts';

/** Files of every stage; and of one with an undo, some of them in the place of those. */
const templates = {
  stage: fileURLToPath(new URL('../../stage-template', import.meta.url)),
  undo: fileURLToPath(new URL('../../stage-template-undo', import.meta.url)),
};
const suffix = '.template';

const owners = '.github/CODEOWNERS';
/** The app whose sentence a stage is put into unless another is named. */
export const defaultApp = 'infra';

/** What is changed besides the package that is made: a line or two each, which `.gitattributes` merges. */
export function changedFiles(repository: string, app = defaultApp): readonly string[] {
  return [sentenceOf(repository, app), `${app}/package.json`, owners];
}

/**
 * The file of an app that holds its sentence: the one of `src` that begins it, by `receive(`, with its stages imported.
 *
 * @throws StageNotMade when there is none, or more than one
 */
function sentenceOf(repository: string, app: string): string {
  const folder = join(repository, app, 'src');
  const files = existsSync(folder) ? readdirSync(folder).filter((file) => file.endsWith('.ts')) : [];
  const found = files.filter((file) => /^export const \w+ = receive\(/m.test(readFileSync(join(folder, file), 'utf8')));
  const [file, ...others] = found;
  if (file === undefined || others.length > 0)
    throw new StageNotMade(
      `--app: given ${JSON.stringify(app)}, expected a folder with one file in src whose sentence begins with receive( (found ${found.length})`,
    );
  return `${app}/src/${file}`;
}

/**
 * Makes the package of a stage in a repository, puts it into the sentence of an app, names its owner, and notes the change for the next
 * release. All else comes from its manifest.
 * Everything is worked out before anything is written. Returns the files that were written, from the repository's root.
 *
 * @param app the folder of the app, from the repository's root: `infra`, `examples/five-stages`
 * @throws StageNotMade when there is such a package, no such app, or no such stage to stand after
 */
export function makeStage(repository: string, names: StageNames, after?: string, app = defaultApp): readonly string[] {
  const [workflow = '', dependencies = ''] = changedFiles(repository, app);
  const folder = `packages/${names.package}`;
  if (existsSync(join(repository, folder))) throw new StageNotMade(`${folder} is there already`);
  const read = (path: string) => readFileSync(join(repository, path), 'utf8');
  const written = new Map([
    ...filled(templates.stage, folder, names),
    ...(names.undoName ? filled(templates.undo, folder, names) : []),
    [workflow, insertStage(read(workflow), names, after)],
    [dependencies, dependOn(read(dependencies), `@order-workflow/${names.package}`)],
    [owners, `${read(owners)}/${folder}/ @order-workflow/${names.package}\n`],
    [`.changeset/stage-${names.package}.md`, changeset(names, app)],
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

function changeset({ package: folder, 'State Name': state, 'Undo Name': undo }: StageNames, app: string): string {
  const undone = undo === undefined ? '' : `, which ${undo} undoes`;
  // What is published has its sentence in infra; another app's is its own affair.
  const composed = app === defaultApp ? "'@order-workflow/infra': minor\n" : '';
  return `---\n'@order-workflow/${folder}': minor\n${composed}---\n\nA new stage: ${state}${undone}.\n`;
}

/**
 * Puts names in the place of `{{…}}`.
 *
 * @throws RangeError when the template asks for a name that there is not
 */
function fillTemplate(template: string, names: StageNames): string {
  return template.replaceAll(/\{\{([\w -]+)\}\}/g, (_, name: string) => {
    const filled = names[name as keyof StageNames];
    if (filled === undefined) throw new RangeError(`the template asks for {{${name}}}`);
    return filled;
  });
}
