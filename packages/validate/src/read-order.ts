import { describeIssues, type Order, orderLimits, orderSchema, type Violation } from '@order-workflow/order-domain';

/** Violations that are looked for in a single order before reading stops. */
const mostViolations = 200;

export type ReadOrder =
  | { readonly valid: true; readonly order: Order }
  | { readonly valid: false; readonly violations: readonly Violation[] };

/** Reads an order strictly; whatever is not an order is answered with all that is wrong with its form. */
export function readOrder(input: unknown): ReadOrder {
  const oversize = tooLarge(input);
  if (oversize) return { valid: false, violations: [oversize] };
  const parsed = orderSchema.safeParse(input);
  if (parsed.success) return { valid: true, order: parsed.data };
  return { valid: false, violations: describeIssues(parsed.error.issues.slice(0, mostViolations), input) };
}

function tooLarge(input: unknown): Violation | undefined {
  const bytes = bytesOf(input);
  if (bytes === undefined) return { field: 'order', problem: 'nested too deeply to be an order' };
  if (bytes <= orderLimits.bytes) return undefined;
  return { field: 'order', problem: `given ${bytes} bytes, expected at most ${orderLimits.bytes}` };
}

/** Bytes of a value as JSON; undefined when it is nested so deeply that it cannot be written. */
function bytesOf(value: unknown): number | undefined {
  try {
    return new TextEncoder().encode(JSON.stringify(value) ?? '').length;
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
