import type { StageAccess } from '@order-workflow/stage-kit';
import { validateOrderFacts } from './validate-order-facts.ts';

/** Manifest of Validate Order. */
export const validateOrder = {
  ...validateOrderFacts,
  /** Only where a deployment keeps its products in a table instead of `products.json`. */
  access: {
    ...validateOrderFacts.access,
    tables: [{ name: 'catalog', key: 'sku', may: 'read', optional: true }],
  } satisfies StageAccess,
  unawaitedPayments: 'UNAWAITED_PAYMENT_METHODS',
  runbook: `Nothing is held. The catalog did not answer for all of its retries, or the function has a defect. Mend it, then redrive: the
order goes its way from the beginning. Where the products are in a table, the cause says whether it holds no catalog yet, or a
product that cannot be read.

To practise: \`pnpm order place examples/orders/sample.json --fast-forward --fault validate=defect\``,
};
