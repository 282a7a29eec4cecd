import { claimableOrderId, orderIdPart } from '@order-workflow/order-domain';

const plain = /^[A-Za-z0-9_-]+$/;

/**
 * Where an order stands: `/orders/12345`. An id with other signs is written as in keys, after a `~`: `#1001` is
 * `/orders/~_231001`, so that no proxy on the way takes a sign of it for its own.
 */
export function orderPath(orderId: string): string {
  return `/orders/${plain.test(orderId) ? orderId : `~${orderIdPart(orderId)}`}`;
}

/** The id that stands in a path, decoded; undefined where no order can have it. */
export function orderIdInPath(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const written = text.startsWith('~') ? fromPart(text.slice(1)) : undefined;
  return claimableOrderId({ orderId: written ?? text });
}

/** The id that keys write so; undefined where it is not how they write one. */
function fromPart(part: string): string | undefined {
  const bytes = part.replace(/_([0-9A-F]{2})/g, '%$1');
  try {
    const orderId = decodeURIComponent(bytes);
    return orderIdPart(orderId) === part && !plain.test(orderId) ? orderId : undefined;
  } catch {
    return undefined;
  }
}
