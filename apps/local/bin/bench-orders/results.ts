import { cpus, loadavg } from 'node:os';
import type { Contestant } from './contestants.ts';
import type { Measured } from './measure-orders.ts';
import { bytesText, medianOf } from './numbers.ts';
import type { ThreadKind } from './thread-facts.ts';

/** The medians of a contestant at so many orders at once. */
export interface Line extends Measured {
  readonly name: string;
  readonly concurrency: number;
}

/** What `--json` writes. */
export interface Results {
  readonly node: string;
  readonly cores: number;
  /** What its cores call themselves. */
  readonly processor: string;
  /** `2026-11-29` */
  readonly day: string;
  /** How many threads of others wanted a core in the minute before (getloadavg(3)). */
  readonly load: number;
  readonly rounds: number;
  readonly contestants: readonly Pick<Contestant, 'name' | 'about' | 'durability'>[];
  readonly lines: readonly Line[];
}

/** What figures are worth depends on it. To be asked before anything is measured. */
export function machineNow(): Pick<Results, 'node' | 'cores' | 'processor' | 'day' | 'load'> {
  const [{ model } = { model: 'unknown' }] = cpus();
  const day = new Date().toISOString().slice(0, 10);
  return { node: process.version, cores: cpus().length, processor: model, day, load: loadavg()[0] ?? 0 };
}

export function resultsOf(
  machine: ReturnType<typeof machineNow>,
  contestants: readonly Contestant[],
  rounds: number,
  lines: readonly Line[],
): Results {
  const told = contestants.map(({ name, about, durability }) => ({ name, about, durability }));
  return { ...machine, rounds, contestants: told, lines };
}

export function mediansOf(measured: readonly Measured[]): Measured {
  const of = (read: (one: Measured) => number) => medianOf(measured.map(read));
  return {
    orders: of(({ orders }) => orders),
    perSecond: of(({ perSecond }) => perSecond),
    p50Ms: of(({ p50Ms }) => p50Ms),
    p99Ms: of(({ p99Ms }) => p99Ms),
    cpuMsPerOrder: of(({ cpuMsPerOrder }) => cpuMsPerOrder),
    ...threadsOf(measured),
    peakMemoryBytes: of(({ peakMemoryBytes }) => peakMemoryBytes),
    bytesPerOrder: of(({ bytesPerOrder }) => bytesPerOrder),
    journalBytesPerOrder: of(({ journalBytesPerOrder }) => journalBytesPerOrder),
  };
}

function threadsOf(measured: readonly Measured[]): Pick<Measured, 'threads'> {
  const told = measured.flatMap(({ threads }) => threads ?? []);
  if (told.length === 0) return {};
  const of = (kind: ThreadKind) => medianOf(told.map((threads) => threads[kind]));
  return { threads: { main: of('main'), functions: of('functions'), V8: of('V8') } };
}

const columns =
  'at once | whose | orders | orders/s | × this | p50 ms | p99 ms | CPU ms an order | memory | on disk an order | journal an order';

export function tableOf({ node, cores, processor, load, rounds, contestants, lines }: Results): string {
  const about = contestants.map((one) => `${one.name}: ${one.about}\n  ${one.durability}`);
  return [
    `node ${node}, ${cores} cores (${processor}), load before: ${load.toFixed(1)}, rounds: ${rounds}`,
    ...about,
    '',
    columns,
    ...lines.map(rowOf(lines)),
  ].join('\n');
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
