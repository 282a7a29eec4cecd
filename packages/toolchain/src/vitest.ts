import { defineConfig, type ViteUserConfig } from 'vitest/config';

/**
 * Workspace packages resolve to their sources, so a test never needs a build of its neighbours. Without `module`, which
 * bundlers understand and Node does not.
 */
const conditions = ['@order-workflow/source', 'node', 'import', 'default'];

/** The vitest configuration of every package; a package adds only what is its own. */
export function packageTests(test: ViteUserConfig['test'] = {}): ViteUserConfig {
  return defineConfig({
    resolve: { conditions },
    ssr: { resolve: { conditions, externalConditions: conditions } },
    test: {
      include: ['src/**/*.test.ts', 'test/**/*.test.ts'],
      reporters: ['default'],
      // All packages are tested at once, so a test shares two cores with dozens of others on a small machine.
      testTimeout: 30_000,
      hookTimeout: 30_000,
      ...test,
    },
  });
}
