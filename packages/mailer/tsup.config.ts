import { packageBuild } from '@order-workflow/toolchain/tsup';

export default packageBuild({ entry: { index: 'src/index.ts' }, lambdas: ['send-letters'] });
