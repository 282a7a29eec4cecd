import { validateOrderFacts } from './validate-order-facts.ts';

/** Manifest of Validate Order. */
export const validateOrder = {
  ...validateOrderFacts,
  unawaitedPayments: 'UNAWAITED_PAYMENT_METHODS',
  runbook: `Nothing is held. The catalog did not answer for all of its retries, or the function has a defect. Mend it, then redrive: the
order goes its way from the beginning.

To practise: \`pnpm order place examples/orders/sample.json --fast-forward --fault validate=defect\``,
};
