import type { ExecutionResult } from '@order-workflow/asl-engine';
import { isJsonObject } from '../json/json-object.ts';
import { cancellationError, stoppedWords } from '../orders/cancelled-since.ts';
import { outcomeOf } from '../orders/execution-report.ts';
import { holdsNothing } from '../orders/judge-placing.ts';
import type { PlacedOrder } from '../orders/open-workflow.ts';
import { formatDuration, formatMoment } from '../terminal/format-time.ts';
import type { Paint } from '../terminal/paint.ts';
import { printable, shellWord, wrapText } from '../terminal/printable-text.ts';
import { errorMessageOf, type ShownStep } from './track-steps.ts';

/** What each outcome means for the money and the goods. */
const meanings: Readonly<Record<string, string>> = {
  fulfilled: 'charged and shipped',
  rejected: 'nothing is charged',
  declined: 'nothing is charged',
  refunded: 'nothing is shipped, and nothing is held',
  cancelled: 'nothing is shipped, and nothing is held',
  duplicate: 'another execution has the order, and this one did nothing',
};

const person = 'Software cannot decide any further here: a person must look at it.';

/** The last lines of the show: how it ended, and after how long. */
export function renderEnding(
  result: ExecutionResult,
  steps: readonly ShownStep[],
  paint: Paint,
  width: number,
): string[] {
  const took = result.stopDate.getTime() - result.startDate.getTime();
  const entered = steps.filter(({ status }) => status !== 'waiting').length;
  const figures = paint.quiet(
    `${entered} ${entered === 1 ? 'state' : 'states'}${took > 0 ? ` in ${formatDuration(took)}` : ''}`,
  );
  if (result.status === 'SUCCEEDED') {
    const outcome = outcomeOf(result) ?? 'succeeded';
    const colour = outcome === 'fulfilled' ? paint.good : paint.odd;
    const meaning = cancelledHow(result.output) ?? meaningOf(outcome, result.output);
    return ['', `  ${colour(paint.strong(outcome))}${meaning ? ` · ${meaning}` : ''} · ${figures}`, ''];
  }
  const at = steps.find(({ status }) => status === 'failed')?.state;
  if (result.error === cancellationError)
    return ['', `  ${paint.quiet(`${stoppedWords}${at ? ` at ${printable(at)}` : ''} · ${figures}`)}`, ''];
  const why = at === undefined ? [result.error, errorMessageOf(result.cause)].filter(Boolean).join(': ') : '';
  return [
    '',
    `  ${paint.bad(paint.strong(result.status))}${at ? ` at ${printable(at)}` : ''} · ${figures}`,
    ...(why === '' ? [] : wrapText(printable(why), width - 4).map((line) => `  ${line}`)),
    ...wrapText(person, width - 4).map((line) => `  ${line}`),
    '',
  ];
}

function meaningOf(outcome: string, output: unknown): string | undefined {
  return outcome === 'fulfilled' && wasFree(output) ? 'shipped, with nothing to pay' : meanings[outcome];
}

/** What a cancellation says that did not go the usual way: the parcel had left, or there was nothing to cancel. */
function cancelledHow(output: unknown): string | undefined {
  if (!isJsonObject(output)) return undefined;
  const { outcome, takeover, failure } = output;
  if (takeover !== undefined && outcome === 'fulfilled') return 'too late to cancel: it has left, and stands as it is';
  if (!isJsonObject(failure) || failure['stage'] !== 'takeover') return undefined;
  return errorMessageOf(failure['cause']);
}

/** Whether what the execution left says that there was nothing to pay. */
function wasFree(output: unknown): boolean {
  const payment = isJsonObject(output) ? output['payment'] : undefined;
  return isJsonObject(payment) && payment['status'] === 'nothing-charged';
}

interface Circumstances {
  /** Nothing of this is kept. */
  readonly fresh?: true;
  /** The order had been placed before, and nothing was done now. */
  readonly again: boolean;
}

/** What a user may want to know or do after an execution: that nothing was done twice, or how it can go on. */
export function renderWhatNext(
  { name }: Pick<PlacedOrder, 'name'>,
  result: Pick<ExecutionResult, 'status' | 'startDate' | 'output' | 'error' | 'cause'>,
  steps: readonly ShownStep[],
  { fresh, again }: Circumstances,
  paint: Paint,
): readonly string[] {
  const { status, startDate, error, cause } = result;
  const lines: string[] = [];
  if (again)
    lines.push(
      `This order was placed before, ${formatMoment(startDate)}: nothing is charged, shipped or sent again.`,
      `To try it anew: ${holdsNothing(outcomeOf(result)) ? '--again, ' : ''}--fresh, or pnpm order reset`,
    );
  if (error === cancellationError) {
    const by = cancellationInCause.exec(cause ?? '')?.[1];
    if (by !== undefined) lines.push(`What came of it: pnpm order show ${shellWord(by)}`);
  } else if (status !== 'SUCCEEDED') {
    const entry = runbookEntry(status, steps.find((step) => step.status === 'failed')?.state);
    if (entry !== undefined) lines.push(`What to do: docs/runbook.md, "${printable(entry)}"`);
    if (!fresh) lines.push(`Then:       pnpm order ${goOn(name)}`);
  }
  return lines.length === 0 ? [] : [...lines.map((line) => `  ${paint.quiet(line)}`), ''];
}

/** Who stopped an execution says so in the cause (infra/src/composition/plan-cancellation.ts). */
const cancellationInCause = /:execution:[^:\s]+:([^:\s]+)$/;

/** By which command an execution goes on. */
function goOn(name: string): string {
  const cancelled = /^cancel\d*-(.+)$/.exec(name)?.[1];
  return cancelled === undefined ? `redrive ${name.replace(/^order-/, '')}` : `cancel ${cancelled}`;
}

/** The heading under which docs/runbook.md says what to do. */
function runbookEntry(status: ExecutionResult['status'], at: string | undefined): string | undefined {
  if (status === 'TIMED_OUT') return 'An execution has timed out';
  if (status === 'ABORTED') return 'An execution was stopped';
  return at === undefined ? undefined : `Failed at ${at}`;
}
