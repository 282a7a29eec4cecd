import { longTests } from '@order-workflow/toolchain/vitest';

export default longTests();
