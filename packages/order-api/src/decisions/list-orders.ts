import { orderStatusSchema } from '@order-workflow/stage-kit/order-store';
import * as z from 'zod/mini';
import type { ApiAnswer } from '../http/api-answer.ts';
import type { ApiRequest } from '../http/api-request.ts';
import { orderPath } from '../http/order-path.ts';
import { pageToken } from '../http/page-token.ts';
import { problemAnswer } from '../http/problem.ts';
import type { ListedOrder } from '../ports/order-lists.ts';
import { type QueryReading, readListQuery } from './read-list-query.ts';
import { type WalkingPorts, walkLists } from './walk-lists.ts';

export interface ListingPorts extends Omit<QueryReading, 'nowMs'>, WalkingPorts {}

const text = z.string();

/** A page of orders, as the API tells it. It holds nothing of customers. */
export const orderListSchema = z.object({
  /** The newest first. There may be fewer than were asked for, and none, where there are more. */
  orders: z.array(
    z.object({
      orderId: text,
      /** Where it stands, with all that is told of it. */
      href: text,
      attempt: z.int().check(z.minimum(0)),
      status: orderStatusSchema,
      /** When its attempt began. */
      startedAt: text,
    }),
  ),
  /** Where the next page is; missing where this is the last. */
  next: z.optional(text),
});

export type OrderList = z.infer<typeof orderListSchema>;

/**
 * `GET /orders`: those of the last days, of the customer, or of the status that the query names.
 *
 * @throws ApiUnavailable
 */
export async function listOrders(request: ApiRequest, { lists, clock, ...keyed }: ListingPorts): Promise<ApiAnswer> {
  const asked = readListQuery(request.query, { ...keyed, nowMs: request.receivedAtMs ?? clock.now() });
  if (asked.kind === 'violations') {
    const detail = 'The query asks for something that there is not';
    return problemAnswer('request-invalid', detail, { violations: asked.violations });
  }
  const { query, place } = asked;
  const { orders, next } = await walkLists(query, place, { lists, clock });
  const page = next && pageToken({ version: 1, query, place: next }, keyed.hash);
  const body: OrderList = { orders: orders.map(told), ...(page !== undefined && { next: `/orders?page=${page}` }) };
  return { status: 200, body };
}

function told({ orderId, attempt, status, at }: ListedOrder): OrderList['orders'][number] {
  return { orderId, href: orderPath(orderId), attempt, status, startedAt: at.slice(0, at.indexOf(' ')) };
}
