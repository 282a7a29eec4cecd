#!/usr/bin/env -S node --conditions=@order-workflow/source
// What `pnpm order` and `pnpm start` run: the command line, after what it runs was brought up to date.
import { enableCompileCache } from 'node:module';
import { fileURLToPath } from 'node:url';

enableCompileCache();
const { EnvironmentUnreadable } = await import('../src/settings/catalog-choice.ts');
const { BuildFailed } = await import('../src/build/build-assembly.ts');
const { showBuild } = await import('../src/build/show-build.ts');

try {
  await showBuild(fileURLToPath(new URL('../../../', import.meta.url)), process.stderr);
} catch (error) {
  if (!(error instanceof BuildFailed) && !(error instanceof EnvironmentUnreadable)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exit(error instanceof BuildFailed ? 3 : 2);
}
await import('./order.mjs');
