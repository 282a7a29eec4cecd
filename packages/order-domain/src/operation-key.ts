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
 * The idempotency key of one operation on one order, such as `order-12345-charge`, and `order-12345.2-charge` in its second
 * attempt: no id has the point. It never holds the execution, nor how often a task was tried, so whoever repeats the
 * operation, and whenever, means the same one. No two orders share one, and no two attempts.
 *
 * @param attempt of the order, as the validation receipt says; 1 where that is older than attempts
 */
export function operationKey(orderId: string, operation: string, attempt: number | undefined): string {
  return `${start(orderId)}${attempt === undefined || attempt === 1 ? '' : `.${attempt}`}-${operation}`;
}

/**
 * The execution's name for an attempt at an order, `order-12345` and then `order2-12345`: submitting one twice starts it
 * once. At most 80 characters that Step Functions allows, and that CloudWatch Logs takes (StartExecution, `name`), which
 * has no point. No two orders share one, and no two attempts.
 */
export function executionName(orderId: string, attempt = 1): string {
  return attempt === 1 ? start(orderId) : start(orderId).replace('order', `order${attempt}`);
}
