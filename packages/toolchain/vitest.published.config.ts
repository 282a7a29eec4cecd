import { packageTests } from './src/vitest.ts';

/** What strangers get: see `pnpm test:packages`. Installing takes its time, and more of it on a busy machine. */
export default packageTests({
  include: ['published/**/*.test.ts'],
  globalSetup: ['published/pack.ts'],
  testTimeout: 3_600_000,
  hookTimeout: 3_600_000,
});
