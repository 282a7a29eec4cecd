import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'tsup';
import { describe, expect, it } from 'vitest';
import { jsonBeside } from './json-beside.ts';

/** Builds a bundle of a stage that knows a product by a JSON document, and a package by its version; gives the bundle's folder, moved. */
async function aBuiltBundle(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'json-beside-'));
  const put = (path: string, text: string) => {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  put('products.json', '{\n  "product": "Espresso cup"\n}\n');
  put('node_modules/client/package.json', '{ "name": "client", "version": "1.2.3" }');
  put('node_modules/client/index.js', "export { version } from './package.json';");
  put(
    'index.ts',
    `import catalog from './products.json' with { type: 'json' };
import { version } from 'client';
export const handler = () => [catalog.product, version];`,
  );
  await build({
    config: false,
    entry: [join(folder, 'index.ts')],
    outDir: join(folder, 'built'),
    format: 'esm',
    outExtension: () => ({ js: '.mjs' }),
    noExternal: [/.*/],
    silent: true,
    esbuildPlugins: [jsonBeside],
  });
  cpSync(join(folder, 'built'), join(folder, 'deployed'), { recursive: true });
  return join(folder, 'deployed');
}

describe('a JSON document of a stage', () => {
  it('is a file beside the bundle, read wherever that is put, and takes no room in its script; a dependency is left as it is', async () => {
    const bundle = await aBuiltBundle();
    const script = readFileSync(join(bundle, 'index.mjs'), 'utf8');
    expect(script).not.toContain('Espresso cup');
    expect(script).toContain('1.2.3');
    const beside = readdirSync(bundle).filter((file) => file.endsWith('.json'));
    expect(beside).toEqual([expect.stringMatching(/^products-\w+\.json$/)]);
    expect(readFileSync(join(bundle, beside[0] ?? ''), 'utf8')).toBe('{"product":"Espresso cup"}');
    const { handler } = await import(pathToFileURL(join(bundle, 'index.mjs')).href);
    expect(handler()).toEqual(['Espresso cup', '1.2.3']);
  });
});
