import { longTests } from '@order-workflow/toolchain/vitest';

export default longTests({
  globalSetup: ['test/browser/prepare-browser-tests.ts'],
  isolate: false,
});
