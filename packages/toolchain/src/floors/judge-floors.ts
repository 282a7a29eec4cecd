import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** What is wrong with the floors of a package's source: empty lists when all is well. */
export interface FloorReport {
  /** Folders that the README's table lacks, or has although they are not there. */
  readonly strayFolders: readonly string[];
  /** Imports that lead to another folder on the same floor or a higher one: `messages/a.ts imports platform/b.ts`. */
  readonly upwardImports: readonly string[];
  /** Groups of files that import each other in a circle. */
  readonly circles: readonly (readonly string[])[];
  /** How many files were judged. */
  readonly files: number;
}

/**
 * Judges a package's source by the table of floors in its README. A file imports from its own folder and from folders on
 * lower floors; files beside the folders stand on all of them, and no folder imports them.
 *
 * @param source folder of the source, absolute
 * @param readme text of the README
 */
export function judgeFloors(source: string, readme: string): FloorReport {
  const floors = readFloors(readme);
  const imports = readImports(source);
  const folders = new Set([...imports.keys()].map(folderOf).filter((folder) => folder !== ''));
  const isLower = (to: string, from: string) =>
    (floors.get(to) ?? Number.POSITIVE_INFINITY) < (floors.get(from) ?? Number.NEGATIVE_INFINITY);
  return {
    strayFolders: [...folders, ...floors.keys()].filter((one) => !folders.has(one) || !floors.has(one)).toSorted(),
    upwardImports: [...imports].flatMap(([file, all]) => {
      const from = folderOf(file);
      const up = all.filter((to) => from !== '' && folderOf(to) !== from && !isLower(folderOf(to), from));
      return up.map((to) => `${file} imports ${to}`);
    }),
    circles: findCircles(imports),
    files: imports.size,
  };
}

function folderOf(file: string): string {
  return file.includes('/') ? file.slice(0, file.indexOf('/')) : '';
}

/** Files that reach each other, grouped: each group is one knot. */
function findCircles(imports: ReadonlyMap<string, readonly string[]>): readonly (readonly string[])[] {
  const reached = new Map([...imports.keys()].map((file) => [file, reachedFrom(file, imports)] as const));
  const knots = [...reached].flatMap(([file, all]) => {
    if (!all.has(file)) return [];
    return [[...all].filter((other) => reached.get(other)?.has(file)).toSorted()];
  });
  return [...new Map(knots.map((knot) => [knot.join(), knot])).values()];
}

function reachedFrom(file: string, imports: ReadonlyMap<string, readonly string[]>): ReadonlySet<string> {
  const reached = new Set<string>();
  const left = [...(imports.get(file) ?? [])];
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    if (reached.has(next)) continue;
    reached.add(next);
    left.push(...(imports.get(next) ?? []));
  }
  return reached;
}

/**
 * The floor on which each folder of a package's source stands, as the table in its README has it: rows that begin with a
 * number, then the folders that stand there, as `` | 2 | `assembly`, `messages` | ``.
 */
function readFloors(readme: string): ReadonlyMap<string, number> {
  const rows = readme.matchAll(/^\| (\d+) \| ((?:`[a-z-]+`(?:, )?)+) \|/gm);
  return new Map(
    [...rows].flatMap(([, floor, folders = '']) =>
      [...folders.matchAll(/`([a-z-]+)`/g)].map(([, folder = '']) => [folder, Number(floor)] as const),
    ),
  );
}

/** The files of a package's source without its tests, and which others each imports: paths below the folder, as `api/page.ts`. */
function readImports(source: string): ReadonlyMap<string, readonly string[]> {
  const files = globSync('**/*.ts', { cwd: source }).filter((file) => !/\.test(?:-d)?\.ts$/.test(file));
  return new Map(
    files.toSorted().map((file) => {
      const text = readFileSync(join(source, file), 'utf8');
      const imports = text.matchAll(/(?:from |import |import\()'(\.[^']+)'/g);
      return [file, [...imports].map(([, to = '']) => join(dirname(file), to))] as const;
    }),
  );
}
