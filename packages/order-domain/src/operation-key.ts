/**
 * The idempotency key of one operation on one order, such as `order-12345-charge`. It never holds the attempt or the
 * execution, so whoever repeats the operation, and whenever, means the same one.
 */
export function operationKey(orderId: string, operation: string): string {
  return `order-${orderId}-${operation}`;
}

/**
 * The execution's name for an order: submitting an order twice starts it once. At most 80 characters that Step
 * Functions allows (StartExecution, `name`).
 */
export function executionName(orderId: string): string {
  return `order-${orderId}`;
}
