#!/usr/bin/env -S node --conditions=@order-workflow/source
// What `pnpm order` and `pnpm start` run: the command line, after what it runs was brought up to date.
import { fileURLToPath } from 'node:url';
import { BuildFailed } from '../src/build/build-assembly.ts';
import { showBuild } from '../src/build/show-build.ts';

try {
  await showBuild(fileURLToPath(new URL('../../../', import.meta.url)), process.stderr);
} catch (error) {
  if (!(error instanceof BuildFailed)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exit(3);
}
await import('./order.ts');
