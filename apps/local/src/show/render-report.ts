import { outcomes } from '@order-workflow/order-domain';
import { isJsonObject } from '../json/json-object.ts';
import type { ExecutionReport } from '../orders/execution-report.ts';
import { formatDuration } from '../terminal/format-time.ts';
import type { Paint } from '../terminal/paint.ts';
import { printable, wrapText } from '../terminal/printable-text.ts';
import { errorMessageOf } from './track-steps.ts';

/** Where the reasons begin when they have lines of their own. */
const indent = 15;

/**
 * One order of many: how it ended, which it was, and why when it was not fulfilled. In one line, or wrapped to `width`
 * when there is one.
 */
export function renderReport(report: ExecutionReport, source: string, paint: Paint, width?: number): string {
  const { executionArn, outcome, status } = report;
  const ending = outcome ?? status ?? 'not begun';
  const [symbol, colour] = looks(outcome, paint);
  const name = executionArn?.split(':').at(-1) ?? '';
  const room = width === undefined ? Number.POSITIVE_INFINITY : width - indent - name.length - 2;
  const from =
    name === '' ? cutLeft(printable(source), room + 2) : `${name}  ${paint.quiet(cutLeft(printable(source), room))}`;
  const head = `  ${colour(`${symbol} ${ending.padEnd(10)}`)} ${from}`.trimEnd();
  const why = printable(reasonOf(report));
  if (why === '') return head;
  if (width === undefined) return `${head}  ${why}`;
  return [head, ...wrapText(why, width - indent).map((line) => ' '.repeat(indent) + line)].join('\n');
}

function looks(outcome: string | null, paint: Paint): readonly [string, (text: string) => string] {
  if (outcome === 'fulfilled') return ['●', paint.good];
  if (outcome === 'duplicate') return ['○', paint.quiet];
  return outcome === null ? ['✖', paint.bad] : ['▲', paint.odd];
}

/** The end of a path says most. */
function cutLeft(text: string, room: number): string {
  if (text.length <= room) return text;
  return room < 12 ? '' : `…${text.slice(1 - room)}`;
}

function reasonOf({ outcome, status, output, error, cause }: ExecutionReport): string {
  if (outcome === 'fulfilled') return '';
  // The place in the input, in lines of its own, was told when it was read.
  if (status === null) return `${error}: ${cause?.split('\n')[0]}`;
  const noted = isJsonObject(output) && isJsonObject(output['failure']) ? output['failure'] : { error, cause };
  const message = errorMessageOf(noted['cause']).split('\n').join('; ');
  return [outcome === 'rejected' ? '' : noted['error'], message].filter(Boolean).join(': ');
}

/** Good news first; what is not listed comes last. */
const sequence: readonly string[] = [...outcomes, 'FAILED'];

/** `24 orders in 1.2 s: 20 fulfilled, 4 rejected` */
export function renderTally(tally: ReadonlyMap<string, number>, milliseconds: number): string {
  const total = [...tally.values()].reduce((sum, count) => sum + count, 0);
  const place = (kind: string) => (sequence.includes(kind) ? sequence.indexOf(kind) : sequence.length);
  const counts = [...tally].toSorted(([a], [b]) => place(a) - place(b)).map(([kind, count]) => `${count} ${kind}`);
  return `${total} orders in ${formatDuration(milliseconds)}: ${counts.join(', ')}`;
}
