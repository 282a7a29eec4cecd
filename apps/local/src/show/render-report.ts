import { isJsonObject } from '../json/json-object.ts';
import type { ExecutionReport } from '../orders/execution-report.ts';
import type { Paint } from '../terminal/paint.ts';
import { printable } from '../terminal/printable.ts';
import { wrapText } from '../terminal/wrap-text.ts';
import { errorMessageOf } from './error-message.ts';

/** Where the reasons begin when they have lines of their own. */
const indent = 15;

/**
 * One order of many: how it ended, which it was, and why when it was not fulfilled. In one line, or wrapped to `width`
 * when there is one.
 */
export function renderReport(report: ExecutionReport, source: string, paint: Paint, width?: number): string {
  const { executionArn, outcome, status } = report;
  const ending = outcome ?? status ?? 'not begun';
  const [symbol, colour] =
    outcome === 'fulfilled' ? ['●', paint.good] : outcome === null ? ['✖', paint.bad] : ['▲', paint.odd];
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
