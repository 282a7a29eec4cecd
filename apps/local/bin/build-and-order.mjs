#!/usr/bin/env -S node --conditions=@order-workflow/source
// What `pnpm order` and `pnpm start` run: the command line, after what it runs was brought up to date.
import { enableCompileCache } from 'node:module';
import { fileURLToPath } from 'node:url';

enableCompileCache();
const { BuildFailed } = await import('../src/build/build-assembly.ts');
const { showBuild } = await import('../src/build/show-build.ts');

try {
  await showBuild(fileURLToPath(new URL('../../../', import.meta.url)), process.stderr);
} catch (error) {
  if (!(error instanceof BuildFailed)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exit(3);
}
await import('./order.mjs');
