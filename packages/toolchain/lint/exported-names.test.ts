import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { exportedNames } from './exported-names.ts';
import { sharedNames } from './shared-names.ts';

const repository = fileURLToPath(new URL('../../../', import.meta.url));
const sources = ['{packages,apps}/*/src/**/*.{ts,tsx}', 'infra/src/**/*.ts'];
/** Lambda's own convention: each function's entry exports its handler under this name. */
const conventions = new Set(['handler']);

describe('a name that modules export', () => {
  it('stands for one thing, unless lint/shared-names.ts says why two have it (if not, rename one of them)', () => {
    const shared = [...exportedNames(repository, sources)].filter(([, files]) => files.length > 1);
    const unexplained = shared.filter(([name]) => !(name in sharedNames) && !conventions.has(name));
    expect(Object.fromEntries(unexplained)).toEqual({});
  });

  it('is in lint/shared-names.ts only as long as two modules have it', () => {
    const names = exportedNames(repository, sources);
    expect(Object.keys(sharedNames).filter((name) => (names.get(name)?.length ?? 0) < 2)).toEqual([]);
  });

  it('is found whatever is declared, and not in tests or where it is only passed on', () => {
    const root = mkdtempSync(join(tmpdir(), 'names-'));
    onTestFinished(() => rmSync(root, { recursive: true }));
    mkdirSync(join(root, 'src'));
    writeFileSync(join(root, 'src/a.ts'), 'export interface Fault {}\nexport const one = 1;\nconst hidden = 2;\n');
    writeFileSync(join(root, 'src/b.ts'), "export { one } from './a.ts';\nexport abstract class Fault {}\n");
    writeFileSync(join(root, 'src/b.test.ts'), 'export function one() {}\n');
    expect([...exportedNames(root, ['src/*.ts'])]).toEqual([
      ['Fault', ['src/a.ts', 'src/b.ts']],
      ['one', ['src/a.ts']],
    ]);
  });
});
