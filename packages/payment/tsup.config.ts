import { packageBuild } from '@order-workflow/toolchain/tsup';

export default packageBuild({
  entry: { index: 'src/index.ts', testing: 'src/testing/index.ts' },
  lambdas: ['process-payment', 'refund-payment'],
  /** Without the schema of a whole order, of which these read three fields. */
  lambdaBudgetBytes: 54_000,
});
