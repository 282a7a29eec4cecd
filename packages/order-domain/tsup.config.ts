import { packageBuild } from '@order-workflow/toolchain/tsup';

export default packageBuild({
  entry: { index: 'src/index.ts', json: 'src/json/index.ts', testing: 'src/testing/index.ts' },
});
