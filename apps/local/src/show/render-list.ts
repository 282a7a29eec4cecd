import { cancellationError, stoppedWords } from '../orders/cancelled-since.ts';
import type { ExecutionStatus } from '../orders/execution-report.ts';
import { formatMoment } from '../terminal/format-time.ts';
import type { Paint } from '../terminal/paint.ts';
import { printable, wrapText } from '../terminal/printable-text.ts';

/** An execution as `order list` shows it. What does not apply is null. */
export interface ListEntry {
  readonly executionArn: string;
  readonly name: string;
  /** Of the order that it was given, if that has one. */
  readonly orderId: string | null;
  readonly status: ExecutionStatus;
  readonly outcome: string | null;
  readonly startDate: Date;
  readonly stopDate: Date | null;
  readonly error: string | null;
  /** The state in which it stands or ended. */
  readonly state: string | null;
  readonly redriveCount: number;
}

/** Before an order's id, and before what is continued on lines of its own. */
const [indent, continued] = [15, 4];

/**
 * How each execution stands, which order it was given, its name, since when, and where it needs a person: in one line, or in more where
 * that is wider than `width`.
 */
export function renderList(
  listed: readonly ListEntry[],
  paint: Paint,
  width = Number.POSITIVE_INFINITY,
): readonly string[] {
  const widest = (read: (entry: ListEntry) => string) => Math.max(0, ...listed.map((entry) => read(entry).length));
  const [ids, names] = [widest(idOf), widest(({ name }) => name)];
  return listed.flatMap((entry) => {
    const [symbol, colour] = look(entry, paint);
    const word = (entry.error === cancellationError ? 'stopped' : (entry.outcome ?? entry.status)).padEnd(10);
    const head = `  ${colour(`${symbol} ${word}`)} `;
    const name = printable(entry.name);
    const began = formatMoment(entry.startDate).replace(/^on /, '');
    const more = [where(entry), redriven(entry)].filter((text) => text !== '').join(' · ');
    const line = [idOf(entry).padEnd(ids), name.padEnd(names), began, more].join('  ').trimEnd();
    if (indent + line.length <= width) return head + line.replace(began, paint.quiet);
    const lines = [name, began, more]
      .flatMap((text) => wrapText(text, width - continued))
      .filter((text) => text !== '');
    return [head + idOf(entry), ...lines.map((text) => ' '.repeat(continued) + text)];
  });
}

/** An input that is no order has no id. */
function idOf({ orderId }: ListEntry): string {
  return orderId === null ? '–' : printable(orderId);
}

function redriven({ redriveCount }: ListEntry): string {
  if (redriveCount === 0) return '';
  return `redriven ${redriveCount === 1 ? 'once' : `${redriveCount} times`}`;
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
  if (error === cancellationError) return `at ${printable(state)}: ${stoppedWords}`;
  const why = status !== 'RUNNING' && error !== null ? `: ${printable(error)}` : '';
  return `at ${printable(state)}${why}`;
}
