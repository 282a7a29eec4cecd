import { describeIssues, findCardNumbers, safeText } from '@order-workflow/order-domain';
import { holdsNothing, type OrderItem } from '@order-workflow/stage-kit/order-store';
import * as z from 'zod/mini';
import type { ApiAnswer } from '../http/api-answer.ts';
import type { ApiRequest } from '../http/api-request.ts';
import { orderIdInPath } from '../http/order-path.ts';
import { problemAnswer } from '../http/problem.ts';
import { type JsonBody, readJsonBody } from '../http/read-json-body.ts';
import { type FindingPorts, findOrder } from './find-order.ts';
import { cancellationName } from './request-hashes.ts';
import { unknownOrder } from './show-order.ts';
import { acceptedAnswer, cancellingAnswer, standingAnswer } from './standing-answer.ts';

/** The longest reason, in characters. */
const longestReason = 500;

/** What may be said of a cancellation. */
export const cancellationSchema = z.strictObject({
  /** Why, for operators: no customer is told. */
  reason: z.optional(safeText(longestReason)),
});

/**
 * `POST /orders/{id}/cancellation`. It needs no key: the execution that cancels is named after the order as it stands, so a
 * request that is repeated starts no other one until that has changed something.
 *
 * @throws ApiUnavailable
 */
export async function answerCancellation(request: ApiRequest, ports: FindingPorts): Promise<ApiAnswer> {
  const orderId = orderIdInPath(request.path['id']);
  if (orderId === undefined) return problemAnswer('order-unknown', unknownOrder);
  const asked = readCancellation(request);
  if (asked.kind === 'problem') return asked.answer;
  const found = await findOrder(orderId, ports);
  switch (found.kind) {
    case 'claimed':
      return cancel(found.item, asked.value, ports);
    case 'accepted': {
      const { before, accepted } = found;
      await start(orderId, before ?? { attempt: 0, revision: 0 }, asked.value, ports);
      return acceptedAnswer(accepted);
    }
    case 'nothing':
      return problemAnswer('order-unknown', unknownOrder);
  }
}

async function cancel(item: OrderItem, asked: unknown, ports: FindingPorts): Promise<ApiAnswer> {
  const { orderId, owner, status } = item;
  if (holdsNothing(status)) return standingAnswer(item, ports);
  const execution = await ports.executions.describe(item.worker ? 'cancellations' : 'orders', owner.id);
  const isUnderWay = status === 'cancelling' && execution.status === 'RUNNING';
  if (!isUnderWay) await start(orderId, item, asked, ports);
  return cancellingAnswer(item, { status: 'RUNNING' }, ports.clock.now());
}

async function start(
  orderId: string,
  standing: { readonly attempt: number; readonly revision: number },
  asked: unknown,
  { executions }: FindingPorts,
): Promise<void> {
  await executions.start('cancellations', cancellationName(orderId, standing), { orderId, ...Object(asked) });
}

function readCancellation(request: ApiRequest): JsonBody {
  if (request.body.length === 0) return { kind: 'value', value: {} };
  const body = readJsonBody(request);
  if (body.kind === 'problem') return body;
  const { value } = body;
  const refused = (violations: ReturnType<typeof findCardNumbers>): JsonBody => ({
    kind: 'problem',
    answer: problemAnswer('request-invalid', 'A cancellation may say its reason, and nothing else', { violations }),
  });
  const cards = findCardNumbers(value);
  if (cards.length > 0) return refused(cards);
  const read = cancellationSchema.safeParse(value);
  if (!read.success) return refused(describeIssues(read.error.issues, value, 'request'));
  return { kind: 'value', value: read.data };
}
