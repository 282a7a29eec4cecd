import { executionArn } from '../api/execution-arn.ts';
import { Refusal } from '../api/refusal.ts';
import type { stepFunctions } from '../api/step-functions.ts';
import { nameCancellation } from './find-cancellation.ts';

/** What cancelling an order asks of Step Functions. */
export type CancellingCalls = Pick<typeof stepFunctions, 'describeExecution' | 'startExecution'>;

interface Cancellation {
  readonly orderId: string;
  /** For operators; left out when it is empty. */
  readonly reason: string;
}

/**
 * Starts the cancellation of an order as the command line does, and gives the name of its execution: one that is under way goes
 * on, and one that has ended is followed by another.
 *
 * @throws Refusal, Unreachable
 */
export async function cancelOrder(
  calls: CancellingCalls,
  stateMachineArn: string,
  { orderId, reason }: Cancellation,
): Promise<string> {
  const input = JSON.stringify({ orderId, ...(reason !== '' && { reason }) });
  for (let ordinal = 1; ; ordinal++) {
    const name = nameCancellation(orderId, ordinal);
    if (name === undefined) throw new TypeError('This order has no id by which it can be cancelled.');
    try {
      await calls.startExecution({ stateMachineArn, name, input });
      return name;
    } catch (problem) {
      if (!(problem instanceof Refusal) || problem.type !== 'ExecutionAlreadyExists') throw problem;
      const { status } = await calls.describeExecution(executionArn(stateMachineArn, name));
      if (status === 'RUNNING') return name;
    }
  }
}
