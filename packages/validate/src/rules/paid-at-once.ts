import { paymentMethods } from '@order-workflow/order-domain';
import type { Rule } from './rule.ts';

/**
 * The order is not paid in a way that this deployment cannot wait for: `unawaited` names those, separated by commas, as the
 * environment has them.
 */
export function paidAtOnce(unawaited = ''): Rule {
  const refused = new Set<string>(unawaited.split(','));
  const expected = paymentMethods.filter((method) => !refused.has(method)).join(', ');
  return ({ paymentMethod = '' }) =>
    paymentMethod && refused.has(paymentMethod)
      ? [{ field: 'paymentMethod', problem: `given ${paymentMethod}, which is not paid at once, expected ${expected}` }]
      : [];
}
