import { packageBuild } from '@order-workflow/toolchain/tsup';

export default packageBuild({
  entry: { index: 'src/index.ts', testing: 'src/testing/index.ts' },
  lambdas: ['reserve-stock', 'release-stock'],
});
