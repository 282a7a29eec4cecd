import { packageBuild } from '@order-workflow/toolchain/tsup';

export default packageBuild({
  entry: { index: 'src/index.ts' },
  lambdas: ['notify-customer'],
  // It holds the SNS client, which is nearly all of it.
  lambdaBudgetBytes: 230_000,
});
