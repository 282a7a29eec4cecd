import { packageBuild } from '@order-workflow/toolchain/tsup';

export default packageBuild({ entry: { index: 'src/index.ts', http: 'src/adapters/index.ts' } });
