import { type Attributes, attributes } from '../../dynamodb/attribute-value.ts';
import type { OrderItem } from '../order-item.ts';

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
