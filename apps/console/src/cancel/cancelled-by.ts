import type { DescribedExecution } from '../api/execution.ts';

/** The error under which an order's execution ends that its cancellation stopped (infra/src/composition/plan-cancellation.ts). */
const stoppedByCancellation = 'OrderCancelled';

/** The cancellation says in the cause who it is. */
const nameInCause = /:execution:[^:\s]+:([^:\s]+)\s*$/;

/** By what an execution was stopped; empty where it does not say which one that was. */
export interface CancelledBy {
  /** The name of the execution that cancels the order. */
  readonly name?: string;
}

/** Whether an execution was stopped by the cancellation of its order, and by which. */
export function cancelledBy(ended: Pick<DescribedExecution, 'error' | 'cause'>): CancelledBy | undefined {
  if (ended.error !== stoppedByCancellation) return undefined;
  const name = nameInCause.exec(ended.cause ?? '')?.[1];
  return name === undefined ? {} : { name };
}
