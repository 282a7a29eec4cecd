import { packageTests } from '@order-workflow/toolchain/vitest';

export default packageTests({
  globalSetup: ['test/browser/prepare-browser-tests.ts'],
  isolate: false,
});
