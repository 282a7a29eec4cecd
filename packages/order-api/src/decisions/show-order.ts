import type { OrderItem } from '@order-workflow/stage-kit/order-store';
import type { ApiAnswer } from '../http/api-answer.ts';
import type { ApiRequest } from '../http/api-request.ts';
import { orderIdInPath } from '../http/order-path.ts';
import { problemAnswer } from '../http/problem.ts';
import { type FindingPorts, findOrder } from './find-order.ts';
import { cancellationName } from './request-hashes.ts';
import { acceptedAnswer, cancellingAnswer, standingAnswer, unclaimedAnswer } from './standing-answer.ts';

export const unknownOrder = 'Nobody has placed an order of this id';

/**
 * `GET /orders/{id}`.
 *
 * @throws ApiUnavailable
 */
export async function showOrder({ path }: ApiRequest, ports: FindingPorts): Promise<ApiAnswer> {
  const orderId = orderIdInPath(path['id']);
  if (orderId === undefined) return problemAnswer('order-unknown', unknownOrder);
  const found = await findOrder(orderId, ports);
  switch (found.kind) {
    case 'claimed':
      return showClaimed(found.item, ports);
    case 'accepted':
      return found.failed ? unclaimedAnswer(found.accepted) : acceptedAnswer(found.accepted, 200);
    case 'nothing':
      return problemAnswer('order-unknown', unknownOrder);
  }
}

/**
 * A cancellation that was accepted takes a moment until it has taken the order over. Of an order that is worked on somebody asks again
 * anyway; of one that is fulfilled nobody would, unless it is said that more is to come.
 */
async function showClaimed(item: OrderItem, ports: FindingPorts): Promise<ApiAnswer> {
  if (item.status !== 'fulfilled') return standingAnswer(item, ports);
  const cancellation = ports.executions.describe('cancellations', cancellationName(item.orderId, item));
  const [answer, { status }] = await Promise.all([standingAnswer(item, ports), cancellation]);
  return status === 'RUNNING' ? cancellingAnswer(item, { status }, ports.clock.now(), 200) : answer;
}
