import { packageTests } from '@order-workflow/toolchain/vitest';

export default packageTests({ isolate: false, maxWorkers: 2 });
