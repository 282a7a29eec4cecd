import type { ExecutionListItem } from '../api/execution.ts';
import type { stepFunctions } from '../api/step-functions.ts';
import { isNamedCancellation } from './name-cancellation.ts';

interface CancelledExecution {
  readonly orderId: string;
  /** Epoch milliseconds: what was cancelled before is another attempt. */
  readonly startDate: number;
}

const pageSize = 100;

/** The latest execution that was started, under the name that it gets, to cancel an order since it began. */
export async function findCancellation(
  calls: Pick<typeof stepFunctions, 'listExecutions'>,
  stateMachineArn: string,
  { orderId, startDate }: CancelledExecution,
  signal?: AbortSignal,
): Promise<ExecutionListItem | undefined> {
  let token: string | null | undefined;
  do {
    const asked = { stateMachineArn, maxResults: pageSize, ...(token ? { nextToken: token } : {}) };
    const { executions, nextToken } = await calls.listExecutions(asked, signal);
    // They come newest first.
    for (const one of executions) {
      if (one.startDate < startDate) return undefined;
      if (isNamedCancellation(one.name, orderId)) return one;
    }
    token = nextToken;
  } while (token);
  return undefined;
}
