import { holdFloors } from '@order-workflow/toolchain/floors';

/** Pairs that import each other, as a path holds filters and a filter holds paths in the grammar. */
const circles = [
  ['jsonpath/parse-filter.ts', 'jsonpath/parse-path.ts'],
  ['jsonpath/select-values.ts', 'jsonpath/test-filter.ts'],
];

holdFloors({ folder: new URL('../', import.meta.url), moreThan: 100, circles });
