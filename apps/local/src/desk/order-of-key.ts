/** `order-12345-charge`, `order-12345.2-refund-2`, `order__231001-ship`: as `operationKey` of order-domain writes it. */
const written = /^order([-_])([\w-]+?)(?:\.\d+)?-(?:charge|refund(?:-\d+)?|ship|cancel|stock)$/;

/** The order that an operation on money, a parcel or pieces belongs to, by its key; undefined for a key that is no order's. */
export function orderOfKey(key: string): string | undefined {
  const [, sign, part] = written.exec(key) ?? [];
  if (part === undefined) return undefined;
  if (sign === '-') return part;
  try {
    return decodeURIComponent(part.replaceAll('_', '%'));
  } catch {
    return undefined;
  }
}
