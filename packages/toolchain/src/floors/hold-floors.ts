import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { judgeFloors } from './judge-floors.ts';

interface FloorsToHold {
  /** The package's folder, with a slash at its end. */
  readonly folder: URL;
  /** It has more files than this, or hardly any was judged. */
  readonly moreThan: number;
  /** The only groups of files that may import each other in a circle; none unless given. */
  readonly circles?: readonly (readonly string[])[];
}

/** The tests that hold a package's source to the table of floors in its README. */
export function holdFloors({ folder, moreThan, circles = [] }: FloorsToHold): void {
  describe('the floors of the source', () => {
    const source = fileURLToPath(new URL('src/', folder));
    const report = judgeFloors(source, readFileSync(new URL('README.md', folder), 'utf8'));

    it('are those in the README: each folder stands on one', () => {
      expect(report.files).toBeGreaterThan(moreThan);
      expect(report.strayFolders).toEqual([]);
    });

    it('are built upon and never reached down from below: each import leads to a lower one', () => {
      expect(report.upwardImports).toEqual([]);
    });

    it('hold no files that import each other in a circle, but for those that are named', () => {
      expect(report.circles).toEqual(circles);
    });
  });
}
