import type { ExecutionListItem } from '../api/execution.ts';
import type { stepFunctions } from '../api/step-functions.ts';
import { nameOrder } from '../order/name-execution.ts';

/** The name that the command line gives to the execution that cancels an order; undefined where the id is not readable. */
export function nameCancellation(orderId: string, ordinal = 1): string | undefined {
  return nameOrder(orderId)?.replace(/^order/, ordinal === 1 ? 'cancel' : `cancel${ordinal}`);
}

/** Whether an execution is named so, as whichever cancellation of the order. */
function isNamedCancellation(name: string, orderId: string): boolean {
  return name.replace(/^cancel\d*(?=[-_])/, 'order') === nameOrder(orderId);
}

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
