import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { findPython } from './emulator/find-python.ts';
import { zipOf } from './zip-of.ts';

const python = findPython();

it.skipIf(python === undefined)(
  'is an archive that others can read: the file by its name, for everybody, with its content',
  () => {
    const folder = mkdtempSync(join(tmpdir(), 'zip-of-'));
    writeFileSync(join(folder, 'one.zip'), zipOf('index.mjs', 'export const a = "ü";\n'));
    const program = `
import sys, zipfile
with zipfile.ZipFile(sys.argv[1]) as z:
    assert z.testzip() is None
    (one,) = z.infolist()
    print(one.filename, oct(one.external_attr >> 16), z.read(one).decode())`;
    const printed = execFileSync(python ?? '', ['-c', program, join(folder, 'one.zip')], {
      encoding: 'utf8',
      env: { PYTHONUTF8: '1' },
    });
    rmSync(folder, { recursive: true });
    expect(printed.trim()).toBe('index.mjs 0o100644 export const a = "ü";');
  },
);
