import { realClock } from '../clock/real-clock.ts';
import type { ExecutionJournal, ExecutionStanding, FiberSnapshot } from '../journal/execution-journal.ts';
import type { Execution } from './execution.ts';
import type { HostOptions } from './resume.ts';
import { restoreRun } from './resume.ts';
import type { Run } from './run.ts';
import { startRun } from './start-run.ts';

/** The execution cannot be redriven; the message says why. AWS's name for it. */
export class ExecutionNotRedrivable extends Error {
  override readonly name = 'ExecutionNotRedrivable';
}

/** How long after its end an execution can be redriven: 14 days (Developer Guide, "Redriving executions"). */
const redriveWindow = 14 * 24 * 3600 * 1000;

/** Why an execution cannot be redriven at an instant in epoch milliseconds; undefined when it can. */
export function whyNotRedrivable(
  { start, end }: Pick<ExecutionStanding, 'start' | 'end'>,
  now: number,
): string | undefined {
  if (!end) return 'The execution is still running.';
  if (end.status === 'SUCCEEDED') return 'The execution has succeeded.';
  if (start.type === 'EXPRESS') return 'EXPRESS executions cannot be redriven.';
  if (now - end.stoppedAt > redriveWindow) return 'The execution ended more than 14 days ago.';
  return undefined;
}

/**
 * Runs an execution again from the states that failed, were aborted or timed out; what had succeeded is kept, and retries count from
 * zero. Only STANDARD executions that ended otherwise than well, at most 14 days ago. Throws ExecutionNotRedrivable.
 */
export function redrive(journal: ExecutionJournal, executionArn: string, options: HostOptions = {}): Execution {
  const journaled = journal.read(executionArn);
  if (!journaled) throw new ExecutionNotRedrivable(`The journal does not know the execution ${executionArn}.`);
  const { clock = realClock } = options;
  const reason = whyNotRedrivable(journaled, clock.now());
  if (reason !== undefined) throw new ExecutionNotRedrivable(reason);
  const { fibers, redriveCount } = journaled;
  const run = restoreRun(journal, executionArn, options);
  run.redriveCount = redriveCount + 1;
  run.deadlineFrom = run.clock.now();
  beginAnew(run, fibers);
  return startRun(run);
}

// A Parallel or Map state goes on with the branches it has; any other state does its work again from the beginning.
function beginAnew(run: Run, fibers: readonly FiberSnapshot[]): void {
  for (const fiber of fibers) {
    if (fiber.done) continue;
    const { memo = {}, taskToken, ...rest } = fiber;
    const kept = fiber.stateType === 'Parallel' || fiber.stateType === 'Map' ? ['begun', 'mapRun', 'left'] : ['left'];
    const remembered = Object.fromEntries(Object.entries(memo).filter(([name]) => kept.includes(name)));
    run.restored.set(fiber.path, { ...rest, attempts: [], retryCount: 0, memo: remembered });
  }
  run.redriven = true;
}
