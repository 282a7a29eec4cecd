import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { judgeFloors } from './judge-floors.ts';

const readme = '| Floor | Folder |\n|---|---|\n| 2 | `upper`, `beside` |\n| 1 | `ground-floor` |\n';

describe(judgeFloors, () => {
  let source = '';
  afterEach(() => rmSync(source, { recursive: true }));

  /** The report on a source of these files. */
  function judge(files: Readonly<Record<string, string>>) {
    source = mkdtempSync(join(tmpdir(), 'floors-'));
    const all = { 'upper/a.ts': '', 'beside/b.ts': '', 'ground-floor/c.ts': '', ...files };
    for (const [file, text] of Object.entries(all)) {
      mkdirSync(dirname(join(source, file)), { recursive: true });
      writeFileSync(join(source, file), text);
    }
    return judgeFloors(source, readme);
  }

  it('finds nothing where imports lead down, or stay in the folder', () => {
    const files = {
      'index.ts': "export { a } from './upper/a.ts';",
      'upper/a.ts': "import type { C } from '../ground-floor/c.ts';\nimport { d } from './inner/d.ts';",
      'upper/inner/d.ts': "const c = await import('../../ground-floor/c.ts');",
    };
    expect(judge(files)).toEqual({ strayFolders: [], upwardImports: [], circles: [], files: 5 });
  });

  it.each([
    ['to a higher floor', { 'ground-floor/c.ts': "import type { A } from '../upper/a.ts';" }],
    ['to a folder beside', { 'upper/a.ts': "export { b } from '../beside/b.ts';" }],
    ['to what stands above all folders', { 'beside/b.ts': "import '../index.ts';", 'index.ts': '' }],
    ['only when it runs', { 'ground-floor/c.ts': "const a = await import('../upper/a.ts');" }],
  ])('finds an import that leads %s', (_where, files) => {
    expect(judge(files).upwardImports).toHaveLength(1);
  });

  it('names a folder that stands on no floor, and does not let it be imported', () => {
    const { strayFolders, upwardImports } = judge({
      'attic/e.ts': '',
      'upper/a.ts': "import { e } from '../attic/e.ts';",
    });
    expect(strayFolders).toEqual(['attic']);
    expect(upwardImports).toEqual(['upper/a.ts imports attic/e.ts']);
  });

  it('finds files of one folder that import each other in a circle, however long, and not those that only use them', () => {
    const files = {
      'upper/a.ts': "import { x } from './x.ts';",
      'upper/x.ts': "import { y } from './y.ts';",
      'upper/y.ts': "import { z } from './z.ts';",
      'upper/z.ts': "import type { x } from './x.ts';",
    };
    expect(judge(files).circles).toEqual([['upper/x.ts', 'upper/y.ts', 'upper/z.ts']]);
  });
});
