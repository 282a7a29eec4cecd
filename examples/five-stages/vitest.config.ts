import { packageTests } from '@order-workflow/toolchain/vitest';

export default packageTests();
