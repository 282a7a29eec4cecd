import {
  describeIssues,
  findCardNumbers,
  type Order,
  orderLimits,
  orderSchema,
  type Violation,
} from '@order-workflow/order-domain';

/** Violations that are told of one order. */
const mostViolations = 200;

export type PostedOrder =
  | { readonly kind: 'order'; readonly order: Order }
  | { readonly kind: 'violations'; readonly violations: readonly Violation[] };

/**
 * Reads an order as the first stage does, before there is an execution: what holds a card number never reaches one. What the
 * catalog says of it, the stage says.
 */
export function readPostedOrder(value: unknown): PostedOrder {
  const violations = (...found: readonly Violation[]): PostedOrder => ({ kind: 'violations', violations: found });
  const { length } = JSON.stringify(value);
  if (length > orderLimits.characters)
    return violations({
      field: 'order',
      problem: `given ${length} characters, expected at most ${orderLimits.characters}`,
    });
  const cards = findCardNumbers(value);
  if (cards.length > 0) return violations(...cards.slice(0, mostViolations));
  const read = orderSchema.safeParse(value);
  if (read.success) return { kind: 'order', order: read.data };
  return violations(...describeIssues(read.error.issues.slice(0, mostViolations), value));
}
