import { isJsonObject } from '../../assembly/json-object.ts';
import type { ExecutionReport } from '../execution-report.ts';
import { errorMessageOf } from './error-message.ts';
import type { Paint } from './paint.ts';
import { printable } from './printable.ts';

const longestReason = 200;

/** One order of many in one line: how it ended, which it was, and why when it was not fulfilled. */
export function renderReport(report: ExecutionReport, source: string, paint: Paint): string {
  const { executionArn, outcome, status } = report;
  const ending = outcome ?? status ?? 'not begun';
  const [symbol, colour] =
    outcome === 'fulfilled' ? ['●', paint.good] : outcome === null ? ['✖', paint.bad] : ['▲', paint.odd];
  const name = executionArn?.split(':').at(-1) ?? '';
  const why = reasonOf(report);
  const facts = [name, paint.quiet(printable(source)), printable(why).slice(0, longestReason)];
  return `  ${colour(`${symbol} ${ending.padEnd(10)}`)} ${facts.filter((fact) => fact !== '').join('  ')}`;
}

function reasonOf({ output, error, cause }: ExecutionReport): string {
  const noted = isJsonObject(output) && isJsonObject(output['failure']) ? output['failure'] : { error, cause };
  const [message = ''] = errorMessageOf(noted['cause']).split('\n');
  return [noted['error'], message].filter(Boolean).join(': ');
}
