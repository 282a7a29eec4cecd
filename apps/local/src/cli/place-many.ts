import type { Clock } from '@order-workflow/asl-engine';
import type { ExecutionReport } from '../orders/execution-report.ts';
import { exitCodes } from '../orders/exit-codes.ts';
import { mapConcurrently } from '../orders/map-concurrently.ts';
import type { GivenOrder } from '../orders/read-orders.ts';
import type { Workflow } from '../orders/start-workflow.ts';
import { openProgress } from '../show/open-progress.ts';
import { renderReport } from '../show/render-report.ts';
import { renderTally } from '../show/render-tally.ts';
import { columnsOf } from '../terminal/columns-of.ts';
import { paintFor } from '../terminal/paint.ts';
import { writeOut } from '../terminal/write-out.ts';
import { placeReported } from './place-reported.ts';

export interface PlaceManyOptions {
  /** Documents for machines instead of the show. */
  readonly json?: true;
  /** How many orders run at once, at most. */
  readonly concurrency: number;
}

/**
 * Places many orders at once and writes about each in the order in which they were given: a line of JSON with `json`,
 * else words for people. Progress goes to standard error. Gives the worst exit code.
 */
export async function placeMany(
  workflow: Workflow,
  given: readonly GivenOrder[],
  clock: Clock,
  { json, concurrency }: PlaceManyOptions,
): Promise<number> {
  const began = performance.now();
  const progress = openProgress(process.stderr, given.length);
  const paint = paintFor(process.stdout);
  const columns = columnsOf(process.stdout);
  const width = columns === undefined ? undefined : Math.min(columns, 120);
  const tally = new Map<string, number>();
  let worst: number = exitCodes.succeeded;

  await mapConcurrently(
    given,
    concurrency,
    async (order) => {
      const report = await placeReported(workflow, order, clock);
      progress.one();
      return report;
    },
    async (report, order) => {
      const kind = kindOf(report);
      tally.set(kind, (tally.get(kind) ?? 0) + 1);
      worst = Math.max(worst, exitCodeOfReport(report));
      const line = json ? JSON.stringify(report) : renderReport(report, order.source, paint, width);
      progress.makeRoom();
      await writeOut(process.stdout, `${line}\n`);
    },
  );
  progress.close();
  const summary = renderTally(tally, performance.now() - began);
  await writeOut(json ? process.stderr : process.stdout, json ? `${summary}\n` : `\n  ${summary}\n`);
  return worst;
}

/** What is counted in the summary. */
function kindOf({ outcome, status, error }: ExecutionReport): string {
  return outcome ?? status ?? (error === 'InputUnreadable' ? 'not readable' : 'not begun');
}

function exitCodeOfReport({ status, error }: ExecutionReport): number {
  if (status === 'SUCCEEDED') return exitCodes.succeeded;
  return error === 'InputUnreadable' ? exitCodes.unreadable : exitCodes.failed;
}
