import type { DescribedExecution } from '../api/execution.ts';
import { executionArn } from '../api/execution-arn.ts';
import { Refusal } from '../api/refusal.ts';
import type { stepFunctions } from '../api/step-functions.ts';
import { readRecord } from '../order/read-record.ts';
import { cancelledBy } from './cancelled-by.ts';
import { nameCancellation } from './find-cancellation.ts';

type DescribingCalls = Pick<typeof stepFunctions, 'describeExecution'>;

/** The execution of an ARN; undefined where there is none. */
export async function describeIfThere(calls: DescribingCalls, arn: string): Promise<DescribedExecution | undefined> {
  try {
    return await calls.describeExecution(arn);
  } catch (problem) {
    if (problem instanceof Refusal && problem.type === 'ExecutionDoesNotExist') return undefined;
    throw problem;
  }
}

/**
 * Whether an order was cancelled after an execution of it had begun: that was stopped for it, or a cancellation of those that are
 * named after the order has ended since with nothing held. As the command line asks.
 */
export async function cancelledSince(
  calls: DescribingCalls,
  cancellationsArn: string | undefined,
  execution: DescribedExecution,
): Promise<boolean> {
  if (cancelledBy(execution)) return true;
  const { orderId } = readRecord(execution.input ?? undefined, undefined);
  if (cancellationsArn === undefined || orderId === undefined) return false;
  for (let ordinal = 1; ; ordinal++) {
    const name = nameCancellation(orderId, ordinal);
    const found = name && (await describeIfThere(calls, executionArn(cancellationsArn, name)));
    if (!found) return false;
    const { outcome } = readRecord(undefined, found.output ?? undefined);
    if (outcome === 'cancelled' && found.startDate >= execution.startDate) return true;
  }
}
