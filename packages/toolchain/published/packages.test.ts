import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { join } from 'node:path';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { codeBlocks, firstCodeBlock } from '../src/published/code-blocks.ts';
import { importedPackages } from '../src/published/imported-packages.ts';
import { type Manifest, type PackageExport, packageExports } from '../src/published/package-exports.ts';
import { repository } from '../src/published/publishable-packages.ts';
import { runOutside } from './run-outside.ts';

interface Imported {
  readonly names: readonly string[];
  /** The bundles that the manifests among them name. */
  readonly bundles: readonly string[];
  readonly problem?: string;
}

const tarballs = inject('tarballs');
const consumer = join(inject('outside'), 'consumer');
const { dependencies, devDependencies } = JSON.parse(
  readFileSync(`${repository}/examples/own-app/package.json`, 'utf8'),
);
/** What the example app brings itself, in its versions: what is a peer of ours, and tools. */
const brought = Object.entries<string>({ ...dependencies, ...devDependencies }).filter(([name]) => !(name in tarballs));

const folderOf = (name: string) => join(consumer, 'node_modules', name);
const manifestOf = (name: string): Manifest => JSON.parse(readFileSync(join(folderOf(name), 'package.json'), 'utf8'));
const exportsOf = (name: string): readonly PackageExport[] =>
  packageExports(manifestOf(name), readdirSync(folderOf(name), { recursive: true, encoding: 'utf8' }));
const scriptOf = (name: string) => `readme-${name.replace(/^.*\//, '')}.ts`;
const readmeOf = (name: string) => firstCodeBlock(readFileSync(join(folderOf(name), 'README.md'), 'utf8'));

let imported: Readonly<Record<string, Imported>>;

beforeAll(() => {
  mkdirSync(consumer);
  writeFileSync(join(consumer, 'package.json'), JSON.stringify({ private: true, type: 'module' }));
  const others = brought.map(([name, version]) => `${name}@${version}`);
  runOutside(consumer, 'npm', 'install', '--no-audit', '--no-fund', ...Object.values(tarballs), ...others);
  for (const name of Object.keys(tarballs)) writeFileSync(join(consumer, scriptOf(name)), readmeOf(name) ?? '');
  cpSync(join(import.meta.dirname, 'import-all.mjs'), join(consumer, 'import-all.mjs'));
  const specifiers = Object.keys(tarballs).flatMap((name) => exportsOf(name).map(({ specifier }) => specifier));
  imported = JSON.parse(runOutside(consumer, process.execPath, 'import-all.mjs', ...specifiers));
});

describe.each(Object.keys(tarballs))('the tarball of %s', (name) => {
  it('can be imported by each of its exports, where only publint and attw had looked at it', () => {
    const exports = exportsOf(name);
    expect(exports.length).toBeGreaterThan(1);
    for (const { specifier } of exports) {
      expect(imported[specifier]).toMatchObject({ names: expect.any(Array) });
      expect(imported[specifier]?.problem).toBeUndefined();
      expect(imported[specifier]?.names, specifier).not.toEqual([]);
    }
  });

  it('has the built handler of each of its manifests, which holds all that it needs', () => {
    const exports = exportsOf(name);
    const handlers = exports.filter(({ file }) => file.endsWith('.mjs')).map(({ specifier }) => specifier);
    const named = exports.flatMap(({ specifier }) => imported[specifier]?.bundles ?? []);
    expect(named.toSorted()).toEqual(handlers.toSorted());
    for (const { specifier, file } of exports.filter(({ file }) => file.endsWith('.mjs'))) {
      expect(imported[specifier]?.names).toEqual(['handler']);
      const elsewhere = [...importedPackages(join(folderOf(name), file))].filter((each) => !isBuiltin(each));
      expect(elsewhere, specifier).toEqual([]);
    }
  });

  it('imports what its package.json asks for and nothing else, and asks for nothing that it does not import', () => {
    const { dependencies = {}, peerDependencies = {} } = manifestOf(name);
    const files = exportsOf(name).flatMap(({ file, types }) => (types === undefined ? [file] : [file, types]));
    const found = new Set(files.flatMap((file) => [...importedPackages(join(folderOf(name), file))]));
    const asked = Object.keys({ ...dependencies, ...peerDependencies });
    const others = [...found].filter((each) => !each.startsWith('node:') && each !== name);
    expect(others.toSorted()).toEqual(asked.toSorted());
  });

  it('asks for a range of what stands in its types, so that an app has one copy of it', () => {
    const { dependencies = {}, peerDependencies = {} } = manifestOf(name);
    const asked = { ...dependencies, ...peerDependencies };
    const files = exportsOf(name).flatMap(({ types }) => (types === undefined ? [] : [join(folderOf(name), types)]));
    for (const each of new Set(files.flatMap((file) => [...importedPackages(file)])))
      if (each in asked && !(each in tarballs)) expect(`${each} ${asked[each]}`).toMatch(/ (\^|>=)/);
  });

  it('has a README whose first example runs', () => {
    expect(readmeOf(name)).toContain(`'${name}'`);
    runOutside(consumer, process.execPath, scriptOf(name));
  });
});

describe('a program of somebody else', () => {
  it.each([
    { module: 'node16', moduleResolution: 'node16' },
    { module: 'nodenext', moduleResolution: 'nodenext' },
    { module: 'esnext', moduleResolution: 'bundler' },
  ])('compiles with all that is exported, and with the examples, under $moduleResolution', (resolution) => {
    const typed = Object.keys(tarballs)
      .flatMap(exportsOf)
      .filter(({ types }) => types !== undefined);
    const lines = typed.map(({ specifier }, index) => {
      const names = (imported[specifier]?.names ?? []).map((each) => `${each} as ${each}${index}`);
      return `export { ${names.join(', ')} } from '${specifier}';`;
    });
    writeFileSync(join(consumer, 'exports.ts'), lines.join('\n'));
    const examples = Object.keys(tarballs).map(scriptOf);
    const compilerOptions = { ...resolution, target: 'es2024', strict: true, noEmit: true, types: ['node'] };
    writeFileSync(
      join(consumer, 'tsconfig.json'),
      JSON.stringify({ compilerOptions, files: ['exports.ts', ...examples] }),
    );
    expect(runOutside(consumer, 'npx', 'tsc')).toBe('');
  });
});

describe('the contract suites, installed', () => {
  it('are run by the vitest of whoever writes an adapter', () => {
    cpSync(join(import.meta.dirname, 'contracts.test.mjs'), join(consumer, 'contracts.test.mjs'));
    const told = runOutside(consumer, 'npx', 'vitest', 'run', '--reporter=verbose');
    expect(told).toContain('the simulated gateway keeps the contract of a payment gateway');
    expect(told).toContain('the simulated carrier keeps the contract of a carrier');
    expect(told).toContain('the stock in memory keeps the contract of a table of stock');
  });
});

describe('the engine, installed', () => {
  it('tests three machines of a stranger with nothing but its guide: retried and caught, a token, a Map over CSV', () => {
    const guide = readFileSync(join(folderOf('@order-workflow/asl-engine'), 'TESTING.md'), 'utf8');
    const examples = codeBlocks(guide);
    expect(examples).toHaveLength(3);
    const folder = join(consumer, 'stranger');
    mkdirSync(folder);
    for (const [index, example] of examples.entries()) {
      const imports = example.match(/^import .*$/gm) ?? [];
      const body = example.replaceAll(/^import .*\n/gm, '');
      const lines = [
        "import { expect, it } from 'vitest';",
        ...imports,
        `it('example ${index}', async () => {`,
        `${body}});`,
      ];
      writeFileSync(join(folder, `example-${index}.test.ts`), lines.join('\n'));
    }
    const told = runOutside(consumer, 'npx', 'vitest', 'run', '--reporter=verbose', 'stranger');
    for (const index of examples.keys()) expect(told).toContain(`example ${index}`);
  });

  it('runs a definition and keeps it in a file that another process reads, where sqlite had lost its node:', () => {
    expect(runOutside(consumer, process.execPath, scriptOf('asl-engine'))).toContain('SUCCEEDED');
    const reader = `
      import { openSqliteJournal } from '@order-workflow/asl-engine/journal-sqlite';
      const executions = openSqliteJournal('executions.sqlite').page({ limit: 10 });
      console.log(executions.map(({ end }) => end.status).join());`;
    expect(runOutside(consumer, process.execPath, '--input-type=module', '--eval', reader)).toContain('SUCCEEDED');
  });

  it('has the file of the thread that evaluates expressions which may run without end', () => {
    const script = `
      import { execute, parseDefinition } from '@order-workflow/asl-engine';
      const Output = '{% $map([1, 2], function($n) { $n * 2 }) %}';
      const states = { A: { Type: 'Pass', Output, End: true } };
      const { output } = await execute(parseDefinition({ QueryLanguage: 'JSONata', StartAt: 'A', States: states })).result;
      console.log(JSON.stringify(output));`;
    expect(runOutside(consumer, process.execPath, '--input-type=module', '--eval', script)).toContain('[2,4]');
  });
});
