import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { judgeFloors } from '@order-workflow/toolchain/floors';
import { describe, expect, it } from 'vitest';

/** Pairs that import each other, as a path holds filters and a filter holds paths in the grammar. */
const grammar = [
  ['jsonpath/parse-filter.ts', 'jsonpath/parse-path.ts'],
  ['jsonpath/select-values.ts', 'jsonpath/test-filter.ts'],
];

describe('the floors of the source', () => {
  const source = fileURLToPath(new URL('../src/', import.meta.url));
  const report = judgeFloors(source, readFileSync(new URL('../README.md', import.meta.url), 'utf8'));

  it('are those in the README: each folder stands on one', () => {
    expect(report.files).toBeGreaterThan(100);
    expect(report.strayFolders).toEqual([]);
  });

  it('are built upon and never reached down from below: each import leads to a lower one', () => {
    expect(report.upwardImports).toEqual([]);
  });

  it("hold no files that import each other in a circle, but for the grammar's own recursion", () => {
    expect(report.circles).toEqual(grammar);
  });
});
