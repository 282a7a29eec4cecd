import type { FindingCounts } from './decision.ts';
import { endOfFailure, endOfReceipt, type InvocationEnd } from './invocation-end.ts';
import { invocationLine } from './invocation-line.ts';
import type { StageFacts } from './stage-manifest.ts';
import type { InvocationContext, Surroundings } from './surroundings.ts';

/** An invocation under way. Exactly one of the two is called, once. */
interface FollowedInvocation {
  left(receipt: unknown, found?: FindingCounts): void;
  failed(thrown: unknown, found?: FindingCounts): void;
}

/**
 * Follows the invocations of one stage's function and writes a line as each of them ends. The first one after the
 * function was loaded is its cold start.
 */
export function followInvocations(
  { stateName: state, awaits, findings = [] }: Pick<StageFacts, 'stateName' | 'awaits' | 'findings'>,
  { clock, functionName, traceHeader, write }: Surroundings,
): (record: unknown, context: InvocationContext) => FollowedInvocation {
  let coldStart = true;
  return (record, { awsRequestId: requestId }) => {
    const begun = { state, functionName, requestId, record, coldStart, startedAt: clock.now() };
    coldStart = false;
    const end = (ending: InvocationEnd, all: FindingCounts = {}) => {
      const found = Object.fromEntries(findings.map(({ name }) => [name, all[name] ?? 0]));
      try {
        const ended = { ...begun, traceHeader: traceHeader(), ending, found, endedAt: clock.now() };
        write(JSON.stringify(invocationLine(ended)));
      } catch {
        // The customer is charged or the parcel booked: that must not come undone for a line that could not be written.
      }
    };
    return {
      left: (receipt, found) => end(endOfReceipt(receipt), found),
      failed: (thrown, found) => end(endOfFailure(thrown, awaits?.fault.errorName), found),
    };
  };
}
