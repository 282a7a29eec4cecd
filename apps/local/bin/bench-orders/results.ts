import { cpus } from 'node:os';
import type { Contestant } from './contestants.ts';
import type { Measured } from './measure-orders.ts';
import { bytesText, medianOf } from './numbers.ts';

/** The medians of a contestant at so many orders at once. */
export interface Line extends Measured {
  readonly name: string;
  readonly concurrency: number;
}

/** What `--json` writes. */
export interface Results {
  readonly node: string;
  readonly cores: number;
  readonly rounds: number;
  readonly contestants: readonly Pick<Contestant, 'name' | 'about' | 'durability'>[];
  readonly lines: readonly Line[];
}

export function resultsOf(contestants: readonly Contestant[], rounds: number, lines: readonly Line[]): Results {
  const told = contestants.map(({ name, about, durability }) => ({ name, about, durability }));
  return { node: process.version, cores: cpus().length, rounds, contestants: told, lines };
}

export function mediansOf(measured: readonly Measured[]): Measured {
  const of = (read: (one: Measured) => number) => medianOf(measured.map(read));
  return {
    orders: of(({ orders }) => orders),
    perSecond: of(({ perSecond }) => perSecond),
    p50Ms: of(({ p50Ms }) => p50Ms),
    p99Ms: of(({ p99Ms }) => p99Ms),
    cpuMsPerOrder: of(({ cpuMsPerOrder }) => cpuMsPerOrder),
    peakMemoryBytes: of(({ peakMemoryBytes }) => peakMemoryBytes),
    bytesPerOrder: of(({ bytesPerOrder }) => bytesPerOrder),
    journalBytesPerOrder: of(({ journalBytesPerOrder }) => journalBytesPerOrder),
  };
}

const columns =
  'at once | whose | orders | orders/s | × this | p50 ms | p99 ms | CPU ms an order | memory | on disk an order | journal an order';

export function tableOf({ node, cores, rounds, contestants, lines }: Results): string {
  const about = contestants.map((one) => `${one.name}: ${one.about}\n  ${one.durability}`);
  return [`node ${node}, ${cores} cores, rounds: ${rounds}`, ...about, '', columns, ...lines.map(rowOf(lines))].join(
    '\n',
  );
}

const rowOf = (lines: readonly Line[]) => (line: Line) => {
  const ours = lines.find(({ name, concurrency }) => name === 'this' && concurrency === line.concurrency);
  return [
    line.concurrency,
    line.name,
    line.orders,
    line.perSecond.toFixed(1),
    (line.perSecond / (ours?.perSecond ?? Number.NaN)).toFixed(2),
    line.p50Ms.toFixed(1),
    line.p99Ms.toFixed(1),
    line.cpuMsPerOrder.toFixed(1),
    bytesText(line.peakMemoryBytes),
    bytesText(line.bytesPerOrder),
    bytesText(line.journalBytesPerOrder),
  ].join(' | ');
};
