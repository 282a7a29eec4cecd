import { stepFunctions } from '../api/step-functions.ts';
import { readFlow } from '../definition/read-flow.ts';
import { readNewEvents } from '../history/read-new-events.ts';
import { sameOrNew } from '../live/use-live.ts';
import { type ExecutionSnapshot, takeSnapshot } from './execution-snapshot.ts';

const eventsAPage = 250;

/**
 * What is known of an execution now. Only what is new in the history is read, and the snapshot before is given when there is
 * nothing new. The history is read after the status, so that an ended execution has its whole history.
 */
export async function fetchExecution(
  executionArn: string,
  before: ExecutionSnapshot | undefined,
  signal: AbortSignal,
): Promise<ExecutionSnapshot> {
  const [described, flow] = await Promise.all([
    stepFunctions.describeExecution(executionArn, signal),
    before?.flow ??
      stepFunctions.describeDefinition(executionArn, signal).then(({ definition }) => readFlow(definition)),
  ]);
  const execution = sameOrNew(before?.execution, described);
  const events = await readNewEvents(before?.events ?? [], (nextToken) =>
    stepFunctions.getHistory(
      { executionArn, maxResults: eventsAPage, reverseOrder: true, ...(nextToken ? { nextToken } : {}) },
      signal,
    ),
  );
  if (before && execution === before.execution && events === before.events) return before;
  return takeSnapshot(execution, flow, events);
}
