import type { DescribedExecution } from '../api/execution.ts';
import { stepFunctions } from '../api/step-functions.ts';
import type { ExecutionSnapshot } from '../execution/execution-snapshot.ts';
import { sameOrNew, useLive } from '../live/use-live.ts';
import { findCancellation } from './find-cancellation.ts';

interface Found {
  readonly cancellation?: DescribedExecution;
}

/**
 * The latest cancellation of an order since its execution began. `known` is false until that was asked; where nothing cancels
 * orders, there is none.
 */
export function useCancellation(
  stateMachineArn: string | undefined,
  snapshot: ExecutionSnapshot | undefined,
): Found & { readonly known: boolean } {
  const { orderId } = snapshot?.record ?? {};
  const startDate = snapshot?.execution.startDate;
  const { data } = useLive(
    `cancellation ${stateMachineArn} ${orderId} ${startDate}`,
    async (before: Found | undefined, signal): Promise<Found> => {
      if (stateMachineArn === undefined || orderId === undefined || startDate === undefined) return before ?? {};
      const found = await findCancellation(stepFunctions, stateMachineArn, { orderId, startDate }, signal);
      if (!found) return sameOrNew(before, {});
      return sameOrNew(before, { cancellation: await stepFunctions.describeExecution(found.executionArn, signal) });
    },
    ({ cancellation }) => cancellation?.status === 'RUNNING',
  );
  return { ...data, known: data !== undefined };
}
