import type { OrderItem } from '@order-workflow/stage-kit/order-store';
import type { ApiAnswer } from '../http/api-answer.ts';
import { orderPath } from '../http/order-path.ts';
import type { AcceptedOrder } from '../ports/accepted-orders.ts';
import type { ExecutionStanding, ExecutionsToStart } from '../ports/executions-to-start.ts';
import { describeStanding } from './describe-standing.ts';
import type { OrderStanding } from './order-standing.ts';

interface StandingPorts {
  readonly executions: Pick<ExecutionsToStart, 'describe'>;
  readonly clock: { now(): number };
}

/**
 * 200, with the order as the store has it.
 *
 * @throws ApiUnavailable
 */
export async function standingAnswer(item: OrderItem, { executions, clock }: StandingPorts): Promise<ApiAnswer> {
  const execution = await executions.describe(item.worker ? 'cancellations' : 'orders', item.owner.id);
  return tell(200, describeStanding(item, execution, clock.now()));
}

/** 202, with the order as it was accepted: nothing is known of it yet. */
export function acceptedAnswer(accepted: Omit<AcceptedOrder, 'execution'>, status = 202): ApiAnswer {
  return tell(status, { ...unclaimed(accepted, 'working'), askAgainSeconds: 1 });
}

/** 200, with an order that was accepted and whose execution ended, so, before it came to it; it holds nothing. */
export function unclaimedAnswer(accepted: Omit<AcceptedOrder, 'execution'>): ApiAnswer {
  return tell(200, unclaimed(accepted, 'needs-a-person'));
}

/** 202 unless given, with an order that is being cancelled. */
export async function cancellingAnswer(
  item: OrderItem,
  execution: ExecutionStanding,
  nowMs: number,
  status = 202,
): Promise<ApiAnswer> {
  const { askAgainSeconds = 1, ...standing } = describeStanding({ ...item, status: 'cancelling' }, execution, nowMs);
  return tell(status, { ...standing, askAgainSeconds: Math.min(askAgainSeconds, 2) });
}

function unclaimed(
  { orderId, attempt }: Omit<AcceptedOrder, 'execution'>,
  progress: 'working' | 'needs-a-person',
): OrderStanding {
  const held = progress === 'working' ? 'unsettled' : 'nothing-held';
  const parcel = progress === 'working' ? 'undecided' : 'none';
  return { orderId, attempt, status: 'accepted', progress, money: { state: held }, parcel: { state: parcel } };
}

function tell(status: number, standing: OrderStanding): ApiAnswer {
  const { orderId, askAgainSeconds } = standing;
  return {
    status,
    headers: {
      location: orderPath(orderId),
      ...(askAgainSeconds !== undefined && { 'retry-after': String(askAgainSeconds) }),
    },
    body: standing,
  };
}
