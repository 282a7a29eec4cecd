import { realClock } from '../clock/real-clock.ts';
import type { ExecutionJournal, ExecutionOverview, FiberSnapshot } from '../journal/execution-journal.ts';
import type { Execution } from './execution.ts';
import { type HostOptions, restoreRun } from './restore-run.ts';
import { startRun } from './start-run.ts';

/** The execution cannot be redriven; the message says why. AWS's name for it. */
export class ExecutionNotRedrivable extends Error {
  override readonly name = 'ExecutionNotRedrivable';
}

const day = 24 * 3600 * 1000;
/** How long after its end an execution can be redriven (Developer Guide, "Redriving executions"). */
const redriveWindow = 14 * day;
/** How long after its start an execution can be open. */
const longestOpen = 365 * day;
/** A longer history has no room for ExecutionRedriven and one event more. */
const mostEvents = 24_998;

/**
 * Why an execution cannot be redriven at an instant in epoch milliseconds, in AWS's words (DescribeExecution,
 * "redriveStatusReason"); undefined when it can.
 */
export function whyNotRedrivable(
  { start, end, eventCount }: Pick<ExecutionOverview, 'start' | 'end' | 'eventCount'>,
  now: number,
): string | undefined {
  if (!end) return 'Execution is RUNNING and cannot be redriven';
  if (end.status === 'SUCCEEDED') return 'Execution is SUCCEEDED and cannot be redriven';
  if (start.type === 'EXPRESS') return 'Execution is of type EXPRESS and cannot be redriven';
  if (eventCount > mostEvents) return 'Execution history event limit exceeded';
  if (now - start.startedAt > longestOpen) return 'Execution has exceeded the max execution time';
  if (now - end.stoppedAt > redriveWindow) return 'Execution redrivable period exceeded';
  return undefined;
}

/**
 * Runs an execution again from the states that failed, were aborted or timed out; what had succeeded is kept, and retries count from
 * zero. Throws ExecutionNotRedrivable where `whyNotRedrivable` says why.
 */
export function redrive(journal: ExecutionJournal, executionArn: string, options: HostOptions = {}): Execution {
  const journaled = journal.read(executionArn);
  if (!journaled) throw new ExecutionNotRedrivable(`The journal does not know the execution ${executionArn}.`);
  const { fibers, redriveCount, events } = journaled;
  const now = (options.clock ?? realClock).now();
  const reason = whyNotRedrivable({ ...journaled, eventCount: events.length }, now);
  if (reason !== undefined) throw new ExecutionNotRedrivable(reason);
  const anew = { redriven: true, redriveCount: redriveCount + 1, redrivenAt: now, fibers: fibers.map(beginAnew) };
  return startRun(restoreRun(journal, journaled, options, anew));
}

// A Parallel or Map state goes on with the branches it has; any other state does its work again from the beginning.
function beginAnew(fiber: FiberSnapshot): FiberSnapshot {
  if (fiber.done) return fiber;
  const { memo = {}, taskToken: _, ...rest } = fiber;
  const kept =
    fiber.stateType === 'Parallel' || fiber.stateType === 'Map'
      ? ['begun', 'mapRunArn', 'mapRunSeen', 'mapRunRedrives', 'left']
      : ['left'];
  const remembered = Object.fromEntries(Object.entries(memo).filter(([name]) => kept.includes(name)));
  return { ...rest, attempts: [], retryCount: 0, memo: remembered };
}
