import { packageBuild } from '@order-workflow/toolchain/tsup';

export default packageBuild({
  entry: { index: 'src/index.ts' },
  // They read orders as the first stage does, which fills the usual 60 KB, and besides that the text of JSON.
  lambdaBudgetBytes: 75_000,
  lambdas: [
    ...['place-order', 'list-orders', 'show-order', 'cancel-order', 'describe-api'],
    ...['place-batch', 'show-batch', 'show-batch-result', 'place-part'],
  ],
});
