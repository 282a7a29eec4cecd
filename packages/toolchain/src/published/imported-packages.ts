import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import ts from 'typescript';

/**
 * What a file and the files that it comes to import from elsewhere: names of packages (`zod`, `@aws-sdk/client-sns`), and
 * Node's own modules as they are written (`node:fs`).
 */
export function importedPackages(entry: string): ReadonlySet<string> {
  const packages = new Set<string>();
  const seen = new Set<string>();
  const visit = (file: string) => {
    if (seen.has(file) || file.endsWith('.json')) return;
    seen.add(file);
    for (const { fileName: specifier } of ts.preProcessFile(readFileSync(file, 'utf8'), true, true).importedFiles) {
      if (specifier.startsWith('.')) visit(fileImported(file, specifier));
      else packages.add(packageOf(specifier));
    }
  };
  visit(entry);
  return packages;
}

/** Types are imported by the name of the file that they are the types of. */
function fileImported(from: string, specifier: string): string {
  const file = join(dirname(from), specifier);
  const types = file.replace(/\.[jt]s$/, '.d.ts');
  return from.endsWith('.d.ts') && existsSync(types) ? types : file;
}

function packageOf(specifier: string): string {
  const [scope, name] = specifier.split('/');
  return specifier.startsWith('@') ? `${scope}/${name}` : (scope ?? specifier);
}
