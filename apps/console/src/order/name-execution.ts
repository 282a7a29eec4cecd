/** Ids of these stand in the name as they are. */
const plain = /^[A-Za-z0-9_-]{1,64}$/;
/** No control, bidirectional or half characters, and no `@`: what the workflow takes for an order number. */
const readable = /^[^@\p{Cc}\p{Cs}\u061C\u200E\u200F\u2028\u2029\u202A-\u202E\u2066-\u2069\uFEFF]+$/u;
const unseen = /^[\s\u200B\u2060\uFEFF]+|[\s\u200B\u2060\uFEFF]+$/g;
const longest = 64;

/**
 * The name that `order place` gives to the execution of an input, so that an order is started once, whoever starts it.
 * It is made from the order's id, or of the content when there is no good id. `ordinal` counts the executions that an order
 * gets under such names: `order-12345`, then `order2-12345`.
 */
export async function nameExecution(input: unknown, ordinal = 1): Promise<string> {
  const name = await firstName(input);
  return ordinal === 1 ? name : name.replace('order', `order${ordinal}`);
}

async function firstName(input: unknown): Promise<string> {
  const id = typeof input === 'object' && input !== null && 'orderId' in input ? input.orderId : undefined;
  const named = typeof id === 'string' ? nameOrder(id) : undefined;
  if (named !== undefined) return named;
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(JSON.stringify(input)));
  const hex = [...new Uint8Array(digest, 0, 8)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return `order-unidentified-${hex}`;
}

/** The name of an order's first execution; undefined where the id is not readable. */
export function nameOrder(orderId: string): string | undefined {
  return nameOf(orderId.normalize('NFC').replace(unseen, ''));
}

/** `order-12345`; of `#1001` `order__231001`, with each byte that is no letter, digit or hyphen as `_` and two digits. */
function nameOf(id: string): string | undefined {
  if (plain.test(id)) return `order-${id}`;
  const part = Array.from(new TextEncoder().encode(id), (byte) => {
    const character = String.fromCharCode(byte);
    return /[A-Za-z0-9-]/.test(character) ? character : `_${byte.toString(16).toUpperCase().padStart(2, '0')}`;
  }).join('');
  return readable.test(id) && Array.from(id).length <= longest && part.length <= longest ? `order_${part}` : undefined;
}
