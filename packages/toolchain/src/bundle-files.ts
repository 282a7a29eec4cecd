import { readFileSync } from 'node:fs';

/** How one file of a bundle imports another: at its start, or late, when the code comes to it. */
type Import = 'at-start' | 'late';

const imports = /(?:\bfrom|\bimport)\s*(?<late>\()?\s*"\.\/(?<file>[^"]+\.mjs)"/g;

/** The files of a built bundle that it comes to from `index.mjs` by the imports that are followed. */
export function bundleFiles(folder: string, follow: (file: string, how: Import) => boolean): ReadonlySet<string> {
  const found = new Set<string>();
  const visit = (name: string) => {
    if (found.has(name)) return;
    found.add(name);
    for (const { groups } of readFileSync(`${folder}/${name}`, 'utf8').matchAll(imports)) {
      const { file = '', late } = groups ?? {};
      if (follow(file, late === undefined ? 'at-start' : 'late')) visit(file);
    }
  };
  visit('index.mjs');
  return found;
}
