import { createHash } from 'node:crypto';
import { executionName, orderIdSchema } from '@order-workflow/order-domain';
import { isJsonObject } from '../json/json-object.ts';

/**
 * The name of the execution that an input starts. It is made from the order's id, so placing an order twice starts it
 * once; an input without a good id is named after its content. `ordinal` counts the executions that an order gets under
 * names like this: 1 for the first.
 */
export function nameExecution(input: unknown, ordinal = 1): string {
  const id = orderIdSchema.safeParse(isJsonObject(input) ? input['orderId'] : undefined);
  if (id.success) return executionName(id.data, ordinal);
  const digest = createHash('sha256').update(JSON.stringify(input)).digest('hex');
  return executionName(`unidentified-${digest.slice(0, 16)}`, ordinal);
}

/** The name of an execution that cancels an order: `cancel-12345`, and `cancel2-12345` of the second. */
export function nameCancellation(orderId: string, ordinal = 1): string {
  return executionName(orderId, ordinal).replace(/^order/, 'cancel');
}
