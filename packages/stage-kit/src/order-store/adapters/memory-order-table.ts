import { sameExecution } from '../execution-identity.ts';
import { type FoundItem, orderItemSchema } from '../order-item.ts';
import type { OrderTable } from '../order-table.ts';

/** A table in the process, for tests and models. Items are kept as text, as a database has them. */
export function memoryOrderTable(): OrderTable {
  const items = new Map<string, string>();
  const get = (orderId: string) => {
    const text = items.get(orderId);
    return text === undefined ? undefined : orderItemSchema.parse(JSON.parse(text));
  };
  return {
    async read(orderId) {
      const item = get(orderId);
      return item ? { answer: 'item', item } : { answer: 'nothing' };
    },
    async writeIf(item, found) {
      if (!same(get(item.orderId), found)) return { answer: 'changed' };
      items.set(item.orderId, JSON.stringify(item));
      return { answer: 'written' };
    },
  };
}

function same(stored: FoundItem | undefined, found: FoundItem | undefined): boolean {
  if (!stored || !found) return stored === found;
  return (
    sameExecution(stored.owner, found.owner) &&
    stored.attempt === found.attempt &&
    stored.status === found.status &&
    stored.revision === found.revision
  );
}
