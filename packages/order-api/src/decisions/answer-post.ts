import { attemptSaid, type Order } from '@order-workflow/order-domain';
import type { OrderFingerprint } from '@order-workflow/stage-kit/order-store';
import type { ApiAnswer } from '../http/api-answer.ts';
import type { ApiRequest } from '../http/api-request.ts';
import { idempotencyKey, keyExpected } from '../http/idempotency-key.ts';
import { orderPath } from '../http/order-path.ts';
import { invalidOrder, problemAnswer } from '../http/problem.ts';
import { readJsonBody } from '../http/read-json-body.ts';
import type { AcceptedOrders, AcceptedRequest } from '../ports/accepted-orders.ts';
import type { ExecutionsToStart } from '../ports/executions-to-start.ts';
import type { PlacedOrders } from '../ports/placed-orders.ts';
import { judgePost } from './judge-post.ts';
import { readPostedOrder } from './read-posted-order.ts';
import { type RequestHashes, requestHashes } from './request-hashes.ts';
import { acceptedAnswer, standingAnswer } from './standing-answer.ts';

export interface PlacingPorts {
  readonly accepted: AcceptedOrders;
  readonly orders: PlacedOrders;
  readonly executions: ExecutionsToStart;
  readonly fingerprint: OrderFingerprint;
  /** Milliseconds since the epoch. */
  readonly clock: { now(): number };
}

interface Placing {
  /** As it was posted: what the execution gets. */
  readonly value: unknown;
  readonly order: Order;
  readonly hashes: RequestHashes;
}

/**
 * `POST /orders`. The execution's name is made of key and body, so a request that is repeated, whenever and however it was cut
 * off, starts the same one; what is remembered of the key only tells a repeat from another body.
 *
 * @throws ApiUnavailable
 */
export async function answerPost(request: ApiRequest, ports: PlacingPorts): Promise<ApiAnswer> {
  const key = idempotencyKey(request);
  if (key === undefined) return problemAnswer('key-missing', keyExpected);
  const body = readJsonBody(request);
  if (body.kind === 'problem') return body.answer;
  const { value } = body;
  const posted = readPostedOrder(value);
  if (posted.kind === 'violations') return invalidOrder(posted.violations);
  return placeReadOrder({ value, order: posted.order, hashes: requestHashes(key, value) }, ports);
}

/**
 * Places an order that was read, under the hashes of its request.
 *
 * @throws ApiUnavailable
 */
export async function placeReadOrder(placing: Placing, ports: PlacingPorts): Promise<ApiAnswer> {
  const { value, order, hashes } = placing;
  const { orderId } = order;
  const [before, item] = await Promise.all([ports.accepted.request(hashes.keyHash), ports.orders.read(orderId)]);
  if (before) return repeat(before, placing, ports);
  // Its key is forgotten, or was never written, and its execution has the order.
  if (item && [item.owner, item.worker].some((one) => one?.id.endsWith(`:${hashes.execution}`)))
    return standingAnswer(item, ports);
  const post = judgePost(item, { attempt: attemptSaid(value), fingerprint: ports.fingerprint(value) });
  switch (post.kind) {
    case 'stands':
      return standingAnswer(post.item, ports);
    case 'conflict':
      return problemAnswer('another-under-way', post.detail, { order: orderPath(orderId) });
    case 'start': {
      const accepted = { ...hashes, orderId, attempt: post.attempt };
      if (await ports.accepted.keepRequest(accepted)) return start(accepted, value, ports);
      // Another request with this key came in between.
      const winner = await ports.accepted.request(hashes.keyHash);
      return repeat(winner ?? accepted, placing, ports);
    }
  }
}

/** What a key was used for before is done, once more or at last. */
function repeat(
  before: AcceptedRequest,
  { value, hashes }: Placing,
  ports: PlacingPorts,
): Promise<ApiAnswer> | ApiAnswer {
  if (before.bodyHash === hashes.bodyHash) return start(before, value, ports);
  const detail = 'This key was used for another body. Send the same body again, or another key.';
  return problemAnswer('key-reused', detail);
}

async function start(accepted: AcceptedRequest, value: unknown, ports: PlacingPorts): Promise<ApiAnswer> {
  const { orderId, execution, attempt } = accepted;
  await Promise.all([
    ports.accepted.keepOrder({ orderId, execution, attempt }),
    ports.executions.start('orders', execution, value),
  ]);
  return acceptedAnswer({ orderId, attempt });
}
