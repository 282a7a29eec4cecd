import { claimableOrderId } from '@order-workflow/order-domain';
import { isJsonObject } from '../json/json-object.ts';
import type { Platform } from '../platform/platform.ts';
import { ExecutionAlreadyExists } from './execution-already-exists.ts';
import { holdsNothing } from './judge-placing.ts';
import { readStoredOrder } from './read-stored-order.ts';

/**
 * The order with the attempt said aloud that follows its last one, so that it is tried again as it is. One that has had
 * none, or no id, stays as it is.
 *
 * @throws ExecutionAlreadyExists when its last attempt is under way, has failed or is fulfilled
 */
export async function sayNextAttempt(
  platform: Pick<Platform, 'assembly' | 'tables'>,
  order: unknown,
): Promise<unknown> {
  const orderId = claimableOrderId(order);
  const standing = orderId === undefined ? undefined : await readStoredOrder(platform, orderId);
  if (!standing || !isJsonObject(order)) return order;
  const { owner, attempt, status, announced } = standing;
  if (!holdsNothing(status))
    throw new ExecutionAlreadyExists(
      owner.slice(owner.lastIndexOf(':') + 1),
      `its attempt ${attempt} at this order is ${status}${announced ? ', its refund on its way' : ''}: another follows one that ended with nothing held`,
    );
  return { ...order, attempt: attempt + 1 };
}
