import { packageTests } from '@order-workflow/toolchain/vitest';

export default packageTests({
  globalSetup: ['test/browser/unpack-browser.ts'],
});
