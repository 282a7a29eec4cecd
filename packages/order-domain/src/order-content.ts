import { attemptSaid } from './attempt.ts';
import { canonicalJson } from './canonical-json.ts';
import { orderSchema } from './order.ts';

/**
 * What an order asks for, as text that is the same however it was written: what its fingerprint is made of. Everything
 * counts that can change how the order ends: whom and where it is for, the lines, the currency, and the way to pay with its
 * token. Left out are `attempt`, which says which try it is, `locale`, in which the customer is told of it, and the shop's own
 * `attributes`, which are carried and never read: a time stamp in them would make each copy of a message look new, and have a
 * declined card tried again. Space and the like are as {@link orderSchema} reads them, an e-mail address has no capitals, and lines of the same SKU count
 * together, in any order.
 *
 * What is not a valid order is taken as it was written, but for an `attempt` that can be read and all `attributes`, also where
 * they are what is wrong: it was rejected for its form, and any change may be the cure. It never equals what a valid order asks
 * for, so an order that is cured is new.
 */
export function orderContent(order: unknown): string {
  const given = attemptSaid(order) === undefined ? order : without(order, 'attempt');
  const { data } = orderSchema.safeParse(given);
  if (!data) return `unread ${canonicalJson(given, 'attributes')}`;
  const { attributes: _, locale: __, items, customerEmail, ...fields } = data;
  const quantities = new Map<string, number>();
  for (const { sku, quantity } of items) quantities.set(sku, (quantities.get(sku) ?? 0) + quantity);
  const lines = [...quantities].sort(([one], [other]) => (one < other ? -1 : 1));
  return `order ${canonicalJson({ ...fields, customerEmail: customerEmail.toLowerCase(), items: lines })}`;
}

function without(order: unknown, field: string): unknown {
  if (typeof order !== 'object' || order === null || Array.isArray(order)) return order;
  return Object.fromEntries(Object.entries(order).filter(([key]) => key !== field));
}
