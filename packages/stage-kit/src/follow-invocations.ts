import { endOfFailure, endOfReceipt, type InvocationEnd } from './invocation-end.ts';
import { invocationLine } from './invocation-line.ts';
import type { StageFacts } from './stage-manifest.ts';
import type { InvocationContext, Surroundings } from './surroundings.ts';

/** An invocation under way. Exactly one of the two is called, once. */
interface FollowedInvocation {
  left(receipt: unknown): void;
  failed(thrown: unknown): void;
}

/**
 * Follows the invocations of one stage's function and writes a line as each of them ends. The first one after the
 * function was loaded is its cold start.
 */
export function followInvocations(
  { stateName: state, awaits }: Pick<StageFacts, 'stateName' | 'awaits'>,
  { clock, functionName, traceHeader, write }: Surroundings,
): (record: unknown, context: InvocationContext) => FollowedInvocation {
  let coldStart = true;
  return (record, { awsRequestId: requestId }) => {
    const begun = { state, functionName, requestId, record, coldStart, startedAt: clock.now() };
    coldStart = false;
    const end = (ending: InvocationEnd) => {
      try {
        write(JSON.stringify(invocationLine({ ...begun, traceHeader: traceHeader(), ending, endedAt: clock.now() })));
      } catch {
        // The customer is charged or the parcel booked: that must not come undone for a line that could not be written.
      }
    };
    return {
      left: (receipt) => end(endOfReceipt(receipt)),
      failed: (thrown) => end(endOfFailure(thrown, awaits?.fault.errorName)),
    };
  };
}
