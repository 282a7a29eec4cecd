/** Ids of these stand in keys and names as they are. */
const plain = /^[A-Za-z0-9_-]{1,64}$/;

function isPlainOrderId(orderId: string): boolean {
  return plain.test(orderId);
}

/**
 * The id as it stands in a key or a name: ASCII letters, digits, `-` and `_`, never a `.`. Of an id that has others, each
 * byte (UTF-8) that is no letter, digit or hyphen becomes `_` and its two hexadecimal digits: `#1001` is `_231001`.
 */
export function orderIdPart(orderId: string): string {
  if (isPlainOrderId(orderId)) return orderId;
  return Array.from(new TextEncoder().encode(orderId), (byte) => {
    const character = String.fromCharCode(byte);
    return /[A-Za-z0-9-]/.test(character) ? character : `_${byte.toString(16).toUpperCase().padStart(2, '0')}`;
  }).join('');
}

/** `order-12345`; `order__231001` of `#1001`: the sign after `order` keeps what is written otherwise from being another's id. */
function start(orderId: string): string {
  return `order${isPlainOrderId(orderId) ? '-' : '_'}${orderIdPart(orderId)}`;
}

/**
 * The idempotency key of one operation on one order, such as `order-12345-charge`. It never holds the attempt or the
 * execution, so whoever repeats the operation, and whenever, means the same one. No two orders share one.
 */
export function operationKey(orderId: string, operation: string): string {
  return `${start(orderId)}-${operation}`;
}

/**
 * The execution's name for an order: submitting an order twice starts it once. At most 80 characters that Step
 * Functions allows, and that CloudWatch Logs takes (StartExecution, `name`). No two orders share one.
 */
export function executionName(orderId: string): string {
  return start(orderId);
}
