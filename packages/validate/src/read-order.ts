import {
  describeIssues,
  findCardNumbers,
  type Order,
  orderLimits,
  orderSchema,
  oversizeSchema,
  type Violation,
} from '@order-workflow/order-domain';

/** Violations that are looked for in a single order before reading stops. */
const mostViolations = 200;

export type ReadOrder =
  | { readonly valid: true; readonly order: Order }
  | { readonly valid: false; readonly violations: readonly Violation[] };

/**
 * Reads an order strictly; whatever is not an order is answered with all that is wrong with its form. One that holds a
 * card number, in whatever place, is answered with that alone.
 */
export function readOrder(input: unknown): ReadOrder {
  const problem = unreadable(input);
  if (problem !== undefined) return { valid: false, violations: [{ field: 'order', problem }] };
  const cards = findCardNumbers(input);
  if (cards.length > 0) return { valid: false, violations: cards };
  const parsed = orderSchema.safeParse(input);
  if (parsed.success) return { valid: true, order: parsed.data };
  return { valid: false, violations: describeIssues(parsed.error.issues.slice(0, mostViolations), input) };
}

/** What is wrong with an input before it is looked into. */
function unreadable(input: unknown): string | undefined {
  const { success, data } = oversizeSchema.safeParse(input);
  if (success) return `given ${data.oversize} characters, expected at most ${orderLimits.characters}`;
  return canBeWritten(input) ? undefined : 'nested too deeply to be an order';
}

function canBeWritten(value: unknown): boolean {
  try {
    JSON.stringify(value);
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}
