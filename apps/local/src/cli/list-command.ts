import { type ExecutionJournal, type ExecutionSummary, readExecution } from '@order-workflow/asl-engine';
import { cancellationError } from '../orders/cancelled-since.ts';
import { stoppedWords } from '../orders/describe-attempts.ts';
import { type ExecutionStatus, outcomeOf } from '../orders/execution-report.ts';
import { exitCodes } from '../orders/exit-codes.ts';
import { formatMoment } from '../terminal/format-time.ts';
import { type Paint, paintFor } from '../terminal/paint.ts';
import { printable } from '../terminal/printable-text.ts';
import { jsonText, writeOut } from '../terminal/write-out.ts';
import { readRecords } from './read-records.ts';

export interface ListCommandOptions {
  readonly status?: ExecutionStatus;
  /** How many at most, the latest ones. */
  readonly limit: number;
  readonly json?: true;
  readonly data?: string;
}

/** An execution as `order list` shows it. What does not apply is null. */
export interface ListEntry {
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

/** `order list`: gives the exit code. */
export async function listCommand({ status, limit, json, data }: ListCommandOptions): Promise<number> {
  const listed = readRecords(data, ({ journal }) =>
    journal
      .list()
      .filter(({ end }) => status === undefined || (end?.status ?? 'RUNNING') === status)
      .slice(-limit)
      .map((summary) => describe(journal, summary)),
  );
  const text = json ? jsonText(listed ?? []) : renderList(listed ?? [], paintFor(process.stdout)).join('\n');
  if (text !== '') await writeOut(process.stdout, `${text}\n`);
  return exitCodes.succeeded;
}

function describe(journal: ExecutionJournal, summary: ExecutionSummary): ListEntry {
  const { executionArn, name, startedAt, end, redriveCount } = summary;
  const recorded = readExecution(journal, executionArn);
  const entered = recorded?.history().findLast(({ type }) => type.endsWith('StateEntered'));
  return {
    executionArn,
    name,
    status: end?.status ?? 'RUNNING',
    outcome: (recorded?.result && outcomeOf(recorded.result)) ?? null,
    startDate: new Date(startedAt),
    stopDate: end ? new Date(end.stoppedAt) : null,
    error: end?.error ?? null,
    state: entered ? String(entered['stateEnteredEventDetails']?.['name']) : null,
    redriveCount,
  };
}

/** One line an execution: how it stands, whose it is, since when, and where it needs a person. */
function renderList(listed: readonly ListEntry[], paint: Paint): readonly string[] {
  const width = Math.max(0, ...listed.map(({ name }) => name.length));
  return listed.map((execution) => {
    const { name, status, error, startDate, redriveCount } = execution;
    const [symbol, colour] = look(execution, paint);
    const word = (error === cancellationError ? 'stopped' : (execution.outcome ?? status)).padEnd(10);
    const redriven = redriveCount === 0 ? '' : ` · redriven ${redriveCount === 1 ? 'once' : `${redriveCount} times`}`;
    const began = paint.quiet(formatMoment(startDate).replace(/^on /, ''));
    return `  ${colour(`${symbol} ${word}`)} ${printable(name).padEnd(width)}  ${began}${where(execution)}${redriven}`;
  });
}

function look({ status, outcome, error }: ListEntry, paint: Paint): readonly [string, Paint['good']] {
  if (status === 'RUNNING') return ['◐', paint.busy];
  if (error === cancellationError) return ['○', paint.quiet];
  if (status !== 'SUCCEEDED') return ['✖', paint.bad];
  if (outcome === 'duplicate') return ['○', paint.quiet];
  return outcome === 'fulfilled' ? ['●', paint.good] : ['▲', paint.odd];
}

function where({ status, state, error }: ListEntry): string {
  if (status === 'SUCCEEDED' || state === null) return '';
  if (error === cancellationError) return `  at ${printable(state)}: ${stoppedWords}`;
  const why = status !== 'RUNNING' && error !== null ? `: ${printable(error)}` : '';
  return `  at ${printable(state)}${why}`;
}
