import { gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';

const text = /\.(html|js|css|svg)$/;

/** Prints what a browser loads, in bytes after gzip, and fails the build above `budget` bytes. */
export function bundleBudget(budget: number): Plugin {
  return {
    name: 'bundle-budget',
    apply: 'build',
    writeBundle(_, bundle) {
      const files = Object.values(bundle).filter(({ fileName }) => text.test(fileName));
      const bytes = files.reduce((sum, file) => sum + gzippedSize('code' in file ? file.code : file.source), 0);
      const line = `${kilobytes(bytes)} of ${kilobytes(budget)} after gzip`;
      if (bytes > budget) this.error(`The console is too heavy: ${line}.`);
      this.info(line);
    },
  };
}

function gzippedSize(content: string | Uint8Array): number {
  return gzipSync(content).length;
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1024).toFixed(1)} KB`;
}
