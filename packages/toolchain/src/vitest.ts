import { readFileSync } from 'node:fs';
import { enableCompileCache } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig, type ViteUserConfig } from 'vitest/config';

/**
 * Where Node keeps what it made of the code that it has loaded: this process, those that run the tests and those that these
 * start load much of the same. In the folder of all temporary files, since that of a run is gone with it.
 */
process.env['NODE_COMPILE_CACHE'] ??= join(tmpdir(), 'node-compile-cache');
enableCompileCache();

/**
 * Workspace packages resolve to their sources, so a test never needs a build of its neighbours. Without `module`, which
 * bundlers understand and Node does not, and without `import`: vitest hands these to Node too, which would then answer a
 * `require` with a module that cannot be required.
 */
const conditions = ['@order-workflow/source', 'node'];

/**
 * Milliseconds after which a wait within a test, and a whole test or hook, is taken to hang. No test is about the speed of
 * its machine, which may be busy with anything: this only makes a test that would never end end.
 */
const hangs = { wait: 300_000, test: 1_800_000 };

/** Tests that are long by nature: `pnpm test:long` runs them, and `.ci/run`. */
const long = '**/*.long.test.ts';

/** What is loaded before a package's tests: the limits of calls are lifted, and what is drawn at random gets one seed. */
const setupFiles = [
  fileURLToPath(new URL('./lift-time-limits.ts', import.meta.url)),
  ...(readFileSync('package.json', 'utf8').includes('"fast-check"')
    ? [fileURLToPath(new URL('./seed-properties.ts', import.meta.url))]
    : []),
];

/**
 * The vitest configuration of every package; a package adds only what is its own. Where tests leave nothing behind in their
 * process, that is `isolate: false`: then what they import is loaded once, not once for each file.
 */
export function packageTests({ globalSetup = [], ...test }: ViteUserConfig['test'] = {}): ViteUserConfig {
  return defineConfig({
    resolve: { conditions },
    ssr: { resolve: { conditions, externalConditions: conditions } },
    test: {
      include: ['src/**/*.test.ts', 'test/**/*.test.ts'],
      exclude: ['**/node_modules/**', long],
      setupFiles,
      // What a package prepares first may be kept for the next run, as an unpacked browser is.
      globalSetup: [globalSetup, fileURLToPath(new URL('./own-temporary-folder.ts', import.meta.url))].flat(),
      reporters: ['default'],
      testTimeout: hangs.test,
      hookTimeout: hangs.test,
      teardownTimeout: hangs.test,
      expect: { poll: { timeout: hangs.wait } },
      ...test,
    },
  });
}

/** The configuration of the tests that `pnpm test:long` runs beside those that it runs longer. */
export function longTests(test: ViteUserConfig['test'] = {}): ViteUserConfig {
  return packageTests({ ...test, include: [long], exclude: ['**/node_modules/**'] });
}

/**
 * The configuration of tests that `pnpm test:long` runs longer: those in `include`, with the numbers that they read from their
 * environment, unless that gives others. In a file and not before the command, which Windows would take for the command.
 */
export function longerTests(include: readonly string[], numbers: Readonly<Record<string, string>>): ViteUserConfig {
  const given = Object.entries(numbers).map(([name, number]) => [name, process.env[name] ?? number]);
  return packageTests({ isolate: false, include: [...include], env: Object.fromEntries(given) });
}
