import { packageTests } from '@order-workflow/toolchain/vitest';

export default packageTests({
  // A browser shares two cores with every other package's tests.
  testTimeout: 60_000,
  globalSetup: ['test/browser/unpack-browser.ts'],
});
