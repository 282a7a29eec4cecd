import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { importedPackages } from './imported-packages.ts';

function filesWith(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'imports-'));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}

describe(importedPackages, () => {
  it('names the packages of all files that an entry comes to, however they are imported', () => {
    const folder = filesWith({
      'index.js': `import * as z from 'zod/mini'; export { a } from './chunk.js';`,
      'chunk.js': `import { readFileSync } from "node:fs"; export const a = () => import('@aws-sdk/client-sns/x');`,
      'elsewhere.js': `import 'vitest';`,
    });
    expect([...importedPackages(join(folder, 'index.js'))].toSorted()).toEqual([
      '@aws-sdk/client-sns',
      'node:fs',
      'zod',
    ]);
  });

  it('follows types to types', () => {
    const folder = filesWith({
      'index.d.ts': `export type { A } from './a.ts'; export { b } from './b.js';`,
      'a.d.ts': `import type { App } from 'aws-cdk-lib'; export type A = App | import('constructs').Construct;`,
      'b.d.ts': `export declare const b: number;`,
      'b.js': `import 'jsonata';`,
    });
    expect([...importedPackages(join(folder, 'index.d.ts'))].toSorted()).toEqual(['aws-cdk-lib', 'constructs']);
  });
});
