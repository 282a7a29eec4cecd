import { globSync, readFileSync } from 'node:fs';

const declaration =
  /^export (?:declare )?(?:abstract )?(?:async )?(?:const|let|function\*?|class|interface|type|enum) (\w+)/gm;

/** Every name that a module declares and exports, with the modules that do; `from` are patterns of paths under `root`. */
export function exportedNames(root: string, from: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const files = from
    .flatMap((pattern) => globSync(pattern, { cwd: root }))
    .filter((file) => !/\.test(-d)?\.tsx?$/.test(file));
  const exported = files.flatMap((file) =>
    [...readFileSync(`${root}/${file}`, 'utf8').matchAll(declaration)].map(([, name = '']) => ({ name, file })),
  );
  const byName = Map.groupBy(exported, ({ name }) => name);
  return new Map([...byName].map(([name, places]) => [name, [...new Set(places.map(({ file }) => file))].sort()]));
}
