import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The files of a package's source without its tests, and which others each imports: paths below the folder, as `api/page.ts`. */
export function readImports(source: string): ReadonlyMap<string, readonly string[]> {
  const files = globSync('**/*.ts', { cwd: source }).filter((file) => !/\.test(?:-d)?\.ts$/.test(file));
  return new Map(
    files.toSorted().map((file) => {
      const text = readFileSync(join(source, file), 'utf8');
      const imports = text.matchAll(/(?:from |import |import\()'(\.[^']+)'/g);
      return [file, [...imports].map(([, to = '']) => join(dirname(file), to))] as const;
    }),
  );
}
