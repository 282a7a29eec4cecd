import { longerTests } from '@order-workflow/toolchain/vitest';

export default longerTests(
  [
    'src/jsonata/compile-jsonata.test.ts',
    'test/{fuzz,kill-and-restart}.test.ts',
    // Of AWS_CLI it matters only whether there is one.
    'test/serve/aws-cli.test.ts',
  ],
  { AWS_CLI: '1', FUZZ: '3000', KILLS: '30' },
);
