import type { GatheredOrder } from './gather-orders.ts';
import { type WhyKept, whyKept } from './judge-pruning.ts';

/** What goes, and what is kept although it was asked for. */
export interface PrunePlan {
  /** Milliseconds since the epoch. */
  readonly before: number;
  readonly orderIds: ReadonlySet<string>;
  readonly noticeIds: ReadonlySet<string>;
  readonly executionArns: readonly string[];
  readonly kept: readonly KeptOrder[];
}

export interface KeptOrder {
  /** Null of an execution whose input names no order. */
  readonly orderId: string | null;
  readonly executionArn: string | null;
  readonly why: WhyKept;
}

export function planPruning(orders: readonly GatheredOrder[], before: number): PrunePlan {
  const judged = orders.map((order) => ({ ...order, why: whyKept(order, before) }));
  const going = judged.filter(({ why }) => why === undefined);
  return {
    before,
    orderIds: new Set(going.flatMap(({ orderId }) => orderId ?? [])),
    noticeIds: new Set(going.flatMap(({ noticeIds }) => noticeIds)),
    executionArns: going.flatMap(({ executions }) => executions.map(({ executionArn }) => executionArn)),
    kept: judged.flatMap(({ orderId = null, executions, why }) =>
      why === undefined ? [] : [{ orderId, executionArn: executions.at(-1)?.executionArn ?? null, why }],
    ),
  };
}
