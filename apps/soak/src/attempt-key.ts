/** How each key of an attempt begins: `order-12345`, then `order-12345.2`. */
export function keysBegin(orderId: string, attempt: number): string {
  return `order-${orderId}${attempt === 1 ? '' : `.${attempt}`}`;
}

/** The attempt of a key that is of this order; undefined when it is of none. */
export function attemptOfKey(orderId: string, key: string): number | undefined {
  const begin = `order-${orderId}`;
  if (!key.startsWith(begin)) return undefined;
  const [, attempt] = /^(?:\.([2-9]|[1-9]\d+))?-/.exec(key.slice(begin.length)) ?? [];
  if (attempt !== undefined) return Number(attempt);
  return key.startsWith(`${begin}-`) ? 1 : undefined;
}
