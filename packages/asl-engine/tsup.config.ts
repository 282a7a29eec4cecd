import { packageBuild } from '@order-workflow/toolchain/tsup';

export default packageBuild({
  entry: {
    index: 'src/index.ts',
    'journal-sqlite': 'src/journal-sqlite.ts',
    serve: 'src/serve.ts',
    testing: 'src/testing.ts',
    cli: 'src/cli.ts',
    // A thread's own file, which evaluate-apart.ts starts by this name.
    'evaluation-worker': 'src/jsonata/evaluation-worker.ts',
  },
});
