import { failureNoteSchema, moneySchema, reasonsOf } from '@order-workflow/order-domain';
import { isEnd, type OrderItem } from '@order-workflow/stage-kit/order-store';
import * as z from 'zod/mini';
import type { ExecutionStanding } from '../ports/executions-to-start.ts';
import type { OrderStanding } from './order-standing.ts';

const text = z.string();
const parcelSchema = z.object({
  carrier: z.optional(text),
  trackingNumber: z.optional(text),
  estimatedDelivery: z.optional(text),
});

/** The few facts that are told of a final output, each by itself: what one release writes otherwise hides no other. */
const facts = {
  refund: z.object({ refund: z.object({ status: text }) }),
  shipment: z.object({ shipment: parcelSchema }),
  standing: z.object({ cancellation: z.object({ standing: parcelSchema }) }),
  failure: z.object({ failure: failureNoteSchema }),
  total: z.object({ total: moneySchema }),
};

/** How an order stands that the store has, and whose execution stands so. */
export function describeStanding(item: OrderItem, execution: ExecutionStanding, nowMs: number): OrderStanding {
  const { orderId, attempt, status, owner, record } = item;
  const output = execution.status === 'SUCCEEDED' ? execution.output : undefined;
  const total = 'validation' in record ? facts.total.safeParse(record.validation).data?.total : undefined;
  const reasons = reasonsFor(item, output);
  const progress = isEnd(status) ? 'ended' : progressOf(execution);
  return {
    orderId,
    attempt,
    status,
    progress,
    money: { ...moneyOf(status, output), ...(total && { total }) },
    parcel: parcelOf(status, output),
    ...(reasons.length > 0 && { reasons: [...reasons] }),
    // An order has ended some time before its execution, whose output says more.
    ...((progress === 'working' || execution.status === 'RUNNING') && {
      askAgainSeconds: askAgainSeconds(Date.parse(owner.startedAt), nowMs),
    }),
  };
}

/** An execution that ended otherwise than its order did, is one that a person has to look at. */
function progressOf({ status }: ExecutionStanding): 'working' | 'needs-a-person' {
  return status === 'FAILED' || status === 'TIMED_OUT' || status === 'ABORTED' ? 'needs-a-person' : 'working';
}

function moneyOf(status: OrderItem['status'], output: unknown): OrderStanding['money'] {
  if (!isEnd(status)) return { state: 'unsettled' };
  if (status === 'fulfilled') return { state: 'charged' };
  const refund = facts.refund.safeParse(output).data?.refund.status;
  return { state: 'nothing-held', ...(refund !== undefined && { refund }) };
}

function parcelOf(status: OrderItem['status'], output: unknown): OrderStanding['parcel'] {
  if (!isEnd(status)) return { state: 'undecided' };
  if (status !== 'fulfilled') return { state: 'none' };
  const { shipment } = facts.shipment.safeParse(output).data ?? {};
  const { cancellation } = facts.standing.safeParse(output).data ?? {};
  return { state: 'sent', ...(cancellation?.standing ?? shipment) };
}

function reasonsFor({ status, record }: OrderItem, output: unknown): readonly string[] {
  if ('rejection' in record && record.rejection) return record.rejection;
  if (status !== 'declined') return [];
  const { failure } = facts.failure.safeParse(output).data ?? {};
  return failure ? reasonsOf(failure) : [];
}

/** The longest that anybody is told to wait, in seconds. */
const longest = 3_600;

/**
 * In how many seconds it is worth asking again for what began so long ago: a tenth of its age, so that whoever watches an order
 * asks often while it is young, and hardly while it waits for days.
 */
export function askAgainSeconds(startedAtMs: number, nowMs: number): number {
  const age = Number.isFinite(startedAtMs) ? (nowMs - startedAtMs) / 1000 : 0;
  return Math.min(longest, Math.max(1, Math.ceil(age / 10)));
}
