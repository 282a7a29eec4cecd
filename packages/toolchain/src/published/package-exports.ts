/** A package.json, as far as publishing is concerned. */
export interface Manifest {
  readonly name: string;
  readonly exports: Readonly<Record<string, ExportTarget>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
}

type ExportTarget = string | { readonly types?: string; readonly default: string };

export interface PackageExport {
  /** What is imported: `@order-workflow/payment/testing`. */
  readonly specifier: string;
  /** The file that is loaded, from the package's root: `./dist/testing.js`. */
  readonly file: string;
  /** The file with its types, if it has any. */
  readonly types?: string;
}

/**
 * What can be imported of a package, from its exports map. A pattern stands for each of the files that it matches.
 *
 * @param files the package's files from its root, as in `dist/index.js`
 * @throws RangeError when a pattern matches no file
 */
export function packageExports({ name, exports }: Manifest, files: readonly string[]): readonly PackageExport[] {
  return Object.entries(exports).flatMap(([path, target]) => {
    const { default: file, types } = typeof target === 'string' ? { default: target } : target;
    const filled = path.includes('*') ? matches(file, files) : [''];
    if (filled.length === 0) throw new RangeError(`${name}: "${path}" is exported, and no file is like ${file}`);
    return filled.map((part) => ({
      specifier: `${name}${path.slice(1)}`.replace('*', part),
      file: file.replace('*', part),
      ...(types !== undefined && { types: types.replace('*', part) }),
    }));
  });
}

/** What the star of a pattern may stand for. */
function matches(pattern: string, files: readonly string[]): readonly string[] {
  const [before = '', after = ''] = pattern.replace('./', '').split('*');
  return files
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => file.startsWith(before) && file.endsWith(after) && file.length > before.length + after.length)
    .map((file) => file.slice(before.length, -after.length));
}
