import type { ExecutionStatus } from '../orders/execution-statuses.ts';
import { formatMoment } from '../terminal/format-moment.ts';
import type { Paint } from '../terminal/paint.ts';
import { printable } from '../terminal/printable.ts';

/** An execution as `order list` shows it. What does not apply is null. */
export interface ListedExecution {
  readonly executionArn: string;
  readonly name: string;
  readonly status: ExecutionStatus;
  readonly outcome: string | null;
  readonly startDate: Date;
  readonly stopDate: Date | null;
  readonly error: string | null;
  /** The state in which it stands or ended. */
  readonly state: string | null;
  readonly redriveCount: number;
}

/** One line an execution: how it stands, whose it is, since when, and where it needs a person. */
export function renderList(listed: readonly ListedExecution[], paint: Paint): readonly string[] {
  const width = Math.max(0, ...listed.map(({ name }) => name.length));
  return listed.map((execution) => {
    const { name, status, startDate, redriveCount } = execution;
    const [symbol, colour] = look(execution, paint);
    const word = (execution.outcome ?? status).padEnd(10);
    const redriven = redriveCount === 0 ? '' : ` · redriven ${redriveCount === 1 ? 'once' : `${redriveCount} times`}`;
    const began = paint.quiet(formatMoment(startDate).replace(/^on /, ''));
    return `  ${colour(`${symbol} ${word}`)} ${printable(name).padEnd(width)}  ${began}${where(execution)}${redriven}`;
  });
}

function look({ status, outcome }: ListedExecution, paint: Paint): readonly [string, Paint['good']] {
  if (status === 'RUNNING') return ['◐', paint.busy];
  if (status !== 'SUCCEEDED') return ['✖', paint.bad];
  return outcome === 'fulfilled' ? ['●', paint.good] : ['▲', paint.odd];
}

function where({ status, state, error }: ListedExecution): string {
  if (status === 'SUCCEEDED' || state === null) return '';
  const why = status !== 'RUNNING' && error !== null ? `: ${printable(error)}` : '';
  return `  at ${printable(state)}${why}`;
}
