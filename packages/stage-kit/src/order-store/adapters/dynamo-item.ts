import { type Attributes, attributes, plainValue } from '../../dynamodb/attribute-value.ts';
import { type FoundItem, type OrderItem, orderItemSchema } from '../order-item.ts';
import { OrderTableBroken } from '../order-store-failures.ts';

/** The attributes that a write is compared by. Each has a name of its own, so that an index can be made over it. */
export function foundAttributes({ owner, attempt, status, revision }: FoundItem): Attributes {
  return attributes({ ownerId: owner.id, ownerStartedAt: owner.startedAt, attempt, status, revision });
}

/** An item as the table has it. The record is one text: nobody asks the table for what stands in it. */
export function toAttributes(item: OrderItem): Attributes {
  const { owner: _, record, ...fields } = item;
  return {
    ...attributes({ ...fields, record: JSON.stringify(record) }),
    ...foundAttributes(item),
    ...listedAttributes(item),
  };
}

/** @throws OrderTableBroken when it is not an item that this release reads */
export function fromAttributes(attributes: Attributes): OrderItem {
  const { ownerId, ownerStartedAt, record, ...fields } = plainValue({ M: attributes }) as Record<string, unknown>;
  const owner = { id: ownerId, startedAt: ownerStartedAt };
  const read = orderItemSchema.safeParse({ ...fields, owner, record: parsed(record) });
  if (read.success) return read.data;
  const { version } = fields;
  throw new OrderTableBroken(`an item of version ${typeof version === 'number' ? version : 'none'} cannot be read`);
}

function parsed(record: unknown): unknown {
  try {
    return typeof record === 'string' ? JSON.parse(record) : undefined;
  } catch {
    return undefined;
  }
}

/** By what an item stands in the indexes ({@link orderIndexes}): under the beginning of its attempt, whoever cancels it meanwhile. */
export function listedAttributes({ orderId, owner, worker = owner, customer }: OrderItem): Attributes {
  // Ids are numbered one after the other, or random: the sum of their signs spreads both.
  const digit = [...Buffer.from(orderId)].reduce((sum, byte) => sum + byte, 0) % 10;
  const { startedAt } = worker;
  return attributes({
    listedAt: `${startedAt} ${orderId}`,
    listedDay: `${startedAt.slice(0, 10)}.${digit}`,
    listedCustomer: customer && `${customer}.${digit}`,
  });
}
