import type { Clock } from '@order-workflow/asl-engine';
import { ExecutionAlreadyExists } from '../orders/execution-already-exists.ts';
import { type ExecutionReport, reportExecution, reportRefusal } from '../orders/execution-report.ts';
import { exitCodeOf, exitCodes } from '../orders/exit-codes.ts';
import { mapConcurrently } from '../orders/map-concurrently.ts';
import type { PlacedOrder, RunningWorkflow } from '../orders/open-workflow.ts';
import { type GivenOrder, readOrders } from '../orders/read-orders.ts';
import { sayNextAttempt } from '../orders/say-next-attempt.ts';
import type { WorkflowSettings } from '../orders/workflow-settings.ts';
import { openProgress } from '../show/open-progress.ts';
import { renderReport, renderTally } from '../show/render-report.ts';
import { showExecution } from '../show/show-execution.ts';
import { paintFor } from '../terminal/paint.ts';
import { columnsOf, isDrawable } from '../terminal/terminal-features.ts';
import { jsonText, writeOut } from '../terminal/write-out.ts';
import { withWorkflow } from './with-workflow.ts';

/** What `order place` was asked for. */
export interface PlaceCommandOptions extends WorkflowSettings {
  /** Documents for machines instead of the show. */
  readonly json?: true;
  /** How many orders run at once, at most. */
  readonly concurrency: number;
  /** Whether orders that ended with nothing held are tried again as they are. */
  readonly again?: true;
}

/** `order place <inputs…>`: gives the exit code. */
export async function placeCommand(inputs: readonly string[], options: PlaceCommandOptions): Promise<number> {
  if (inputs.includes('-') && process.stdin.isTTY)
    process.stderr.write('Reading from the terminal: end with Ctrl-D.\n');
  const given = await readOrders(inputs);
  for (const order of given) if ('problem' in order) process.stderr.write(`${order.problem.message}\n`);
  const [only, another] = given;
  if (!only) return exitCodes.unreadable;
  if (another) {
    if (given.every((order) => 'problem' in order)) return exitCodes.unreadable;
    return withWorkflow(options, (workflow, clock) => placeMany(workflow, given, clock, options));
  }
  if ('problem' in only) return exitCodes.unreadable;
  if (!options.json)
    return withWorkflow(options, (workflow, clock) => placeShown(workflow, only.order, clock, options), {
      waits: !isDrawable(process.stdout, options),
    });
  return withWorkflow(options, async (workflow, clock) => {
    const report = await placeReported(workflow, only, clock, options);
    await writeOut(process.stdout, `${jsonText(report)}\n`);
    return exitCodeOf({ status: report.status ?? 'FAILED' });
  });
}

/** Places one order and shows its way through the workflow, the customer's message and how it ended. Gives the exit code. */
export async function placeShown(
  workflow: RunningWorkflow,
  given: unknown,
  clock: Clock,
  settings: WorkflowSettings & Pick<PlaceCommandOptions, 'again'>,
): Promise<number> {
  try {
    const order = settings.again ? await sayNextAttempt(workflow, given) : given;
    const result = await showExecution(workflow, {
      order,
      clock,
      settings,
      begin: (options) => workflow.place(order, options),
    });
    return exitCodeOf(result);
  } catch (problem) {
    if (!(problem instanceof ExecutionAlreadyExists)) throw problem;
    process.stderr.write(`${problem.name}: ${problem.message}\n`);
    return exitCodes.failed;
  }
}

/** Places an order and reports how it ended. An order that cannot begin is reported too. */
async function placeReported(
  workflow: RunningWorkflow,
  given: GivenOrder,
  clock: Clock,
  { again }: Pick<PlaceCommandOptions, 'again'>,
): Promise<ExecutionReport> {
  if ('problem' in given) return reportRefusal(given.problem.name, given.problem.message);
  let placed: PlacedOrder;
  try {
    placed = workflow.place(again ? await sayNextAttempt(workflow, given.order) : given.order, { clock });
  } catch (error) {
    if (error instanceof ExecutionAlreadyExists) return reportRefusal(error.name, error.message);
    throw error;
  }
  const { executionArn, execution } = placed;
  return reportExecution(executionArn, await execution.result, execution.history());
}

/**
 * Places many orders at once and writes about each in the order in which they were given: a line of JSON with `json`,
 * else words for people. Progress goes to standard error. Gives the worst exit code.
 */
async function placeMany(
  workflow: RunningWorkflow,
  given: readonly GivenOrder[],
  clock: Clock,
  { json, concurrency, again }: Pick<PlaceCommandOptions, 'json' | 'concurrency' | 'again'>,
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
      const report = await placeReported(workflow, order, clock, { ...(again && { again }) });
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
