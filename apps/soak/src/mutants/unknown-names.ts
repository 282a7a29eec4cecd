import ts from 'typescript';

/** "Cannot find name", "did you mean", and the like of a shorthand property. */
const cannotFind = new Set([2304, 2552, 2663, 18004]);

/** Names that a part of a module reads, and that are neither the module's own, nor imported, nor the language's. */
export function unknownNames(source: string, { from, to }: { readonly from: number; readonly to: number }): string[] {
  const file = ts.createSourceFile('module.ts', source, ts.ScriptTarget.Latest, true);
  const options = { noLib: true, noResolve: true, types: [], target: ts.ScriptTarget.Latest };
  const host: ts.CompilerHost = {
    getSourceFile: (name) => (name === file.fileName ? file : undefined),
    fileExists: (name) => name === file.fileName,
    readFile: () => undefined,
    writeFile: () => undefined,
    getDefaultLibFileName: () => 'lib.d.ts',
    getCurrentDirectory: () => '/',
    getCanonicalFileName: (name) => name,
    useCaseSensitiveFileNames: () => true,
    getNewLine: () => '\n',
  };
  const problems = ts.createProgram([file.fileName], options, host).getSemanticDiagnostics(file);
  const unknown = problems.filter(({ code, start = 0 }) => cannotFind.has(code) && start >= from && start < to);
  const names = unknown.map(({ start = 0, length = 0 }) => source.slice(start, start + length));
  return names.filter((name) => !(name in globalThis));
}
