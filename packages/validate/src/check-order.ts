import { instant } from '@order-workflow/order-domain';
import { type Clock, type Decision, fail, leave } from '@order-workflow/stage-kit';
import { readBasket } from './basket.ts';
import type { ProductCatalog } from './ports/product-catalog.ts';
import { priceLines } from './price-lines.ts';
import { readOrder } from './read-order.ts';
import { allRules } from './rules/all-rules.ts';
import type { Rule } from './rules/rule.ts';
import { CatalogUnavailable, type OrderRejected, rejectedFor } from './validation-failures.ts';
import type { ValidationReceipt } from './validation-receipt.ts';

interface Ports {
  readonly catalog: ProductCatalog;
  readonly clock: Clock;
  readonly rules?: readonly Rule[];
}

/**
 * Decides whether what was sent is an order that can be fulfilled, and what it costs. All that is wrong is reported at
 * once: the form and, as far as the lines can be read, the rules of the catalog.
 */
export async function checkOrder(
  input: unknown,
  { catalog, clock, rules = allRules }: Ports,
): Promise<Decision<ValidationReceipt, OrderRejected | CatalogUnavailable>> {
  const read = readOrder(input);
  const basket = readBasket(input);
  const found = await catalog.find(basket.lines.map(({ sku }) => sku));
  if (found.kind === 'unavailable') return fail(new CatalogUnavailable(found.detail));
  const violations = [...(read.valid ? [] : read.violations), ...rules.flatMap((rule) => rule(basket, found))];
  if (violations.length > 0) return fail(rejectedFor(violations));
  return leave({ ...priceLines(basket, found), validatedAt: instant(clock.now()) });
}
