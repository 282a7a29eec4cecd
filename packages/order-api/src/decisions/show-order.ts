import type { ApiAnswer } from '../http/api-answer.ts';
import type { ApiRequest } from '../http/api-request.ts';
import { orderIdInPath } from '../http/order-path.ts';
import { problemAnswer } from '../http/problem.ts';
import { type FindingPorts, findOrder } from './find-order.ts';
import { acceptedAnswer, standingAnswer, unclaimedAnswer } from './standing-answer.ts';

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
      return standingAnswer(found.item, ports);
    case 'accepted':
      return found.failed ? unclaimedAnswer(found.accepted) : acceptedAnswer(found.accepted, 200);
    case 'nothing':
      return problemAnswer('order-unknown', unknownOrder);
  }
}
