import { quantileOf } from './numbers.ts';
import { type PlaceOrder, placeOrders } from './place-orders.ts';
import { factsOf } from './process-facts.ts';
import { type ThreadTimes, threadTimesBetween, threadTimesOf } from './thread-facts.ts';

/** What came of one measurement. */
export interface Measured {
  readonly orders: number;
  readonly perSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  /** How long an order kept cores busy, its client left out: of all figures the one that other work on the machine changes least. */
  readonly cpuMsPerOrder: number;
  /** Of that, what each kind of thread took, where the system has one process of Node. */
  readonly threads?: ThreadTimes;
  /** The most that all processes had together, asked twice a second; what they share counts once. */
  readonly peakMemoryBytes: number;
  /** Of all that is kept, what gateway, carrier and topic keep included. */
  readonly bytesPerOrder: number;
  /** Of executions and their histories alone. */
  readonly journalBytesPerOrder: number;
}

/** What orders go through, started. */
export interface RunningSystem {
  readonly place: PlaceOrder;
  /** Its processes, whose children count as they do. */
  readonly processes: readonly number[];
  /** The one process that does all, if it is one of Node. */
  readonly node?: number;
  /** Ends it, and weighs what it has kept, in bytes. */
  finish(): Promise<{ readonly all: number; readonly journal: number }>;
  /** Ends what is left of it and removes its files; may be called after `finish`. */
  clear(): Promise<void>;
}

export interface Load {
  readonly concurrency: number;
  readonly orders: number;
}

/** Places orders at a system that has just started and has had a few already. */
export async function measureOrders(system: RunningSystem, { concurrency, orders }: Load): Promise<Measured> {
  const { place, processes, node } = system;
  const idsOf = (word: string, count: number) => Array.from({ length: count }, (_, at) => `${word}-${at + 1}`);
  const warm = idsOf('warm', 50);
  await placeOrders({ place, ids: warm, concurrency: Math.min(concurrency, 16) });
  const memory = watchMemory(processes);
  try {
    const cpuBefore = factsOf(processes).cpuMs;
    const threadsBefore = node === undefined ? undefined : threadTimesOf(node);
    const began = performance.now();
    const took = await placeOrders({ place, ids: idsOf('bench', orders), concurrency });
    const seconds = (performance.now() - began) / 1000;
    const cpuMsPerOrder = (factsOf(processes).cpuMs - cpuBefore) / orders;
    const threads =
      threadsBefore && node !== undefined
        ? { threads: threadTimesBetween(threadsBefore, threadTimesOf(node), orders) }
        : {};
    const peakMemoryBytes = memory.end();
    const kept = await system.finish();
    const stored = orders + warm.length;
    return {
      orders,
      perSecond: orders / seconds,
      p50Ms: quantileOf(took, 0.5),
      p99Ms: quantileOf(took, 0.99),
      cpuMsPerOrder,
      ...threads,
      peakMemoryBytes,
      bytesPerOrder: kept.all / stored,
      journalBytesPerOrder: kept.journal / stored,
    };
  } finally {
    memory.end();
  }
}

function watchMemory(processes: readonly number[]): { end(): number } {
  let most = factsOf(processes).memoryBytes;
  const look = (): void => {
    most = Math.max(most, factsOf(processes).memoryBytes);
  };
  const timer = setInterval(look, 500);
  return {
    end() {
      look();
      clearInterval(timer);
      return most;
    },
  };
}
