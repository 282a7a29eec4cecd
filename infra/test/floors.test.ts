import { globSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const source = fileURLToPath(new URL('../src/', import.meta.url));
const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');

/** The floor of each folder, as the README's table has it. */
const floors: ReadonlyMap<string, number> = new Map(
  [...readme.matchAll(/^\| (\d+) \| ((?:`[a-z]+`(?:, )?)+) \|/gm)].flatMap(([, floor, folders = '']) =>
    [...folders.matchAll(/`([a-z]+)`/g)].map(([, folder = '']) => [folder, Number(floor)] as const),
  ),
);

const folderOf = (path: string) => relative(source, path).split('/')[0] ?? '';

describe('the floors of the source', () => {
  const files = globSync('*/**/*.ts', { cwd: source, exclude: (path) => String(path).endsWith('.test.ts') });

  it('are those in the README: each folder stands on one', () => {
    expect([...floors.keys()].toSorted()).toEqual(
      [...new Set(files.map((file) => folderOf(join(source, file))))].toSorted(),
    );
  });

  it('are built upon and never reached down from below: each import leads to a lower one', () => {
    const upwards = files.flatMap((file) => {
      const path = join(source, file);
      const from = folderOf(path);
      return [...readFileSync(path, 'utf8').matchAll(/(?:from |import |import\()'(\.[^']+)'/g)].flatMap(
        ([, to = '']) => {
          const folder = folderOf(join(dirname(path), to));
          const lower = (floors.get(folder) ?? Number.POSITIVE_INFINITY) < (floors.get(from) ?? 0);
          return folder === from || lower ? [] : [`${file} imports ${to}`];
        },
      );
    });
    expect(files.length).toBeGreaterThan(40);
    expect(upwards).toEqual([]);
  });
});
