import type { ExecutionResult } from '@order-workflow/asl-engine';
import { isJsonObject } from '../json/json-object.ts';
import { outcomeOf } from '../orders/execution-report.ts';
import { formatDuration } from '../terminal/format-duration.ts';
import type { Paint } from '../terminal/paint.ts';
import { printable } from '../terminal/printable.ts';
import { wrapText } from '../terminal/wrap-text.ts';
import { errorMessageOf } from './error-message.ts';
import type { Step } from './step.ts';

/** What each outcome means for the money and the goods. */
const meanings: Readonly<Record<string, string>> = {
  fulfilled: 'charged and shipped',
  rejected: 'nothing is charged',
  declined: 'nothing is charged',
  refunded: 'nothing is shipped, and nothing is held',
};

const person = 'Software cannot decide any further here: a person must look at it.';

/** The last lines of the show: how it ended, and after how long. */
export function renderEnding(result: ExecutionResult, steps: readonly Step[], paint: Paint, width: number): string[] {
  const took = result.stopDate.getTime() - result.startDate.getTime();
  const entered = steps.filter(({ status }) => status !== 'waiting').length;
  const figures = paint.quiet(
    `${entered} ${entered === 1 ? 'state' : 'states'}${took > 0 ? ` in ${formatDuration(took)}` : ''}`,
  );
  if (result.status === 'SUCCEEDED') {
    const outcome = outcomeOf(result) ?? 'succeeded';
    const colour = outcome === 'fulfilled' ? paint.good : paint.odd;
    const meaning =
      outcome === 'fulfilled' && wasFree(result.output) ? 'shipped, with nothing to pay' : meanings[outcome];
    return ['', `  ${colour(paint.strong(outcome))}${meaning ? ` · ${meaning}` : ''} · ${figures}`, ''];
  }
  const at = steps.find(({ status }) => status === 'failed')?.state;
  const why = at === undefined ? [result.error, errorMessageOf(result.cause)].filter(Boolean).join(': ') : '';
  return [
    '',
    `  ${paint.bad(paint.strong(result.status))}${at ? ` at ${printable(at)}` : ''} · ${figures}`,
    ...(why === '' ? [] : wrapText(printable(why), width - 4).map((line) => `  ${line}`)),
    ...wrapText(person, width - 4).map((line) => `  ${line}`),
    '',
  ];
}

/** Whether what the execution left says that there was nothing to pay. */
function wasFree(output: unknown): boolean {
  const payment = isJsonObject(output) ? output['payment'] : undefined;
  return isJsonObject(payment) && payment['status'] === 'nothing-charged';
}
