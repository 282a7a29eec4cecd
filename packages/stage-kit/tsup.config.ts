import { packageBuild } from '@order-workflow/toolchain/tsup';

export default packageBuild({
  entry: {
    index: 'src/index.ts',
    aws: 'src/aws/index.ts',
    http: 'src/adapters/index.ts',
    dynamodb: 'src/dynamodb/index.ts',
    'order-store': 'src/order-store/index.ts',
    'table-program': 'src/table-program.ts',
    testing: 'src/testing/index.ts',
    'testing/http': 'src/testing/http.ts',
    'testing/undo': 'src/testing/undo.contract.ts',
  },
});
