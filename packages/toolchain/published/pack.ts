import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { publishablePackages } from '../src/published/publishable-packages.ts';
import { runProgram } from '../src/run-program.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Each package that is published, by name: the tarball that it would be published as. */
    readonly tarballs: Readonly<Record<string, string>>;
    /** An empty folder outside of the repository. */
    readonly outside: string;
  }
}

/** Packs every package as a release would, before the tests, and clears up behind them. */
export function setup({ provide }: TestProject): () => void {
  const outside = mkdtempSync(join(tmpdir(), 'published-'));
  const tarballs = publishablePackages().map(({ name, path }) => {
    const packed = runProgram('pnpm', ['pack', '--json', '--pack-destination', outside], { cwd: path });
    return [name, JSON.parse(packed).filename];
  });
  provide('tarballs', Object.fromEntries(tarballs));
  provide('outside', outside);
  return () => rmSync(outside, { recursive: true, force: true });
}
