import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { judgeFloors } from '@order-workflow/toolchain/floors';
import { describe, expect, it } from 'vitest';

describe('the floors of the source', () => {
  const source = fileURLToPath(new URL('../src/', import.meta.url));
  const report = judgeFloors(source, readFileSync(new URL('../README.md', import.meta.url), 'utf8'));

  it('are those in the README: each folder stands on one', () => {
    expect(report.files).toBeGreaterThan(40);
    expect(report.strayFolders).toEqual([]);
  });

  it('are built upon and never reached down from below: each import leads to a lower one', () => {
    expect(report.upwardImports).toEqual([]);
  });

  it('hold no files that import each other in a circle', () => {
    expect(report.circles).toEqual([]);
  });
});
