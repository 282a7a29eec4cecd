import { packageTests } from '@order-workflow/toolchain/vitest';

export default packageTests({
  // With the project of the composition: the compiler reads what the type tests import, and nothing of the CDK.
  typecheck: { include: ['**/*.test-d.ts'], tsconfig: './tsconfig.type-tests.json' },
  // One worker: the CDK is loaded and the stack synthesized once for all files.
  isolate: false,
  maxWorkers: 1,
});
