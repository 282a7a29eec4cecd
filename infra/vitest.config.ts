import { packageTests } from '@order-workflow/toolchain/vitest';

export default packageTests({ typecheck: { include: ['**/*.test-d.ts'] }, isolate: false });
