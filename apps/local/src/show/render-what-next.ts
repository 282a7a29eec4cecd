import type { ExecutionResult } from '@order-workflow/asl-engine';
import type { PlacedOrder } from '../orders/open-workflow.ts';
import { formatMoment } from '../terminal/format-moment.ts';
import type { Paint } from '../terminal/paint.ts';
import { printable } from '../terminal/printable.ts';
import type { Step } from './step.ts';

interface Circumstances {
  /** Nothing of this is kept. */
  readonly fresh?: true;
  /** The order had been placed before, and nothing was done now. */
  readonly again: boolean;
}

/** What a user may want to know or do after an execution: that nothing was done twice, or how it can go on. */
export function renderWhatNext(
  { name }: Pick<PlacedOrder, 'name'>,
  { status, startDate }: Pick<ExecutionResult, 'status' | 'startDate'>,
  steps: readonly Step[],
  { fresh, again }: Circumstances,
  paint: Paint,
): readonly string[] {
  const lines: string[] = [];
  if (again)
    lines.push(
      `This order was placed before, ${formatMoment(startDate)}: nothing is charged, shipped or sent again.`,
      'To try it anew: --fresh, or pnpm order reset',
    );
  if (status !== 'SUCCEEDED') {
    const entry = runbookEntry(status, steps.find((step) => step.status === 'failed')?.state);
    if (entry !== undefined) lines.push(`What to do: docs/runbook.md, "${printable(entry)}"`);
    if (!fresh) lines.push(`Then:       pnpm order redrive ${name.replace(/^order-/, '')}`);
  }
  return lines.length === 0 ? [] : [...lines.map((line) => `  ${paint.quiet(line)}`), ''];
}

/** The heading under which docs/runbook.md says what to do. */
function runbookEntry(status: ExecutionResult['status'], at: string | undefined): string | undefined {
  if (status === 'TIMED_OUT') return 'An execution has timed out';
  if (status === 'ABORTED') return 'An execution was stopped';
  return at === undefined ? undefined : `Failed at ${at}`;
}
