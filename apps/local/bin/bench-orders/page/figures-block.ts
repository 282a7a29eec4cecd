import { bytesText } from '../numbers.ts';
import type { Line, Results } from '../results.ts';
import { standingOf } from './standing.ts';

/** What the page calls those that are measured. */
export const titleOf = (name: string): string => (name === 'this' ? 'Order Workflow' : name);

export const speedText = (perSecond: number): string =>
  perSecond < 100 ? perSecond.toFixed(1) : String(Math.round(perSecond));

/** The figures, as Markdown. */
export function figuresBlock(results: Results): string {
  const { contestants, lines, cores } = results;
  return [
    conditionsOf(results),
    '',
    standingOf(lines),
    '',
    '| Orders at once | Whose | Orders a second | To ours | p50, p99 | CPU an order | Memory | On disk an order | Executions alone |',
    '|---|---|---|---|---|---|---|---|---|',
    ...lines.map((line) => `| ${cellsOf(line, lines).join(' | ')} |`),
    '',
    ...contestants.map(({ name, about, durability }) => `- **${titleOf(name)}** (${about}): ${durability}.`),
    ...lines.flatMap((line) =>
      line.name === 'this' && line.threads ? ['', threadsText(line, line.threads, cores)] : [],
    ),
  ].join('\n');
}

export function conditionsOf({
  rounds,
  day,
  cores,
  processor,
  node,
  load,
}: Omit<Results, 'contestants' | 'lines'>): string {
  const times = rounds === 1 ? 'once' : `${rounds} times in turn, of which these are the medians`;
  const measured = `Measured ${times}, on ${day}, on ${cores} cores (${processor}) with Node ${node.slice(1)}.`;
  if (load < cores / 2) return `${measured} Nothing else kept the machine busy.`;
  return `${measured} **The machine was not quiet**: when it began, other work wanted ${load.toFixed(1)} cores of these. All had to wait for that alike, so speeds, p50 and p99 are far from what a quiet machine gives; processor time, memory and bytes are nearer to it.`;
}

function threadsText(
  { concurrency, cpuMsPerOrder, perSecond }: Line,
  { main, functions, V8 }: NonNullable<Line['threads']>,
  cores: number,
): string {
  const ms = (value: number) => `${value.toFixed(1)} ms`;
  const when = concurrency === 1 ? 'one order after the other' : `${concurrency} orders at once`;
  const parts = `the main thread takes ${ms(main)}, the functions' ${ms(functions)}, and V8's own, which compile and collect for all, ${ms(V8)}`;
  const limit = `At ${ms(cpuMsPerOrder)} an order ${cores} cores can do no more than ${speedText((cores * 1000) / cpuMsPerOrder)} a second, were there no client; here they do ${speedText(perSecond)}`;
  return `Of an order's processor time, with ${when}, ${parts}. ${limit}.`;
}

function cellsOf(line: Line, lines: readonly Line[]): readonly string[] {
  const ours = lines.find(({ name, concurrency }) => name === 'this' && concurrency === line.concurrency);
  const ratio = line.perSecond / (ours?.perSecond ?? Number.NaN);
  return [
    String(line.concurrency),
    titleOf(line.name),
    speedText(line.perSecond),
    `${ratio.toFixed(2)} ×`,
    `${Math.round(line.p50Ms)} ms, ${Math.round(line.p99Ms)} ms`,
    `${line.cpuMsPerOrder.toFixed(1)} ms`,
    bytesText(line.peakMemoryBytes),
    bytesText(line.bytesPerOrder),
    bytesText(line.journalBytesPerOrder),
  ];
}
