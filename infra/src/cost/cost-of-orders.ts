import { prices } from './prices.ts';

/** What an order takes on its way. */
export interface Usage {
  readonly transitions: number;
  readonly invocations: number;
  readonly publishes: number;
  /** Of the table of orders. */
  readonly tableWrites: number;
  readonly tableReads: number;
  /** Of its indexes. */
  readonly indexWrites: number;
  readonly itemsKept: number;
  /** Of an order's item, as it is billed: begun kilobytes. */
  readonly itemKb: number;
  /** Events of the execution's history: each is logged. */
  readonly events: number;
  /** Of each function. */
  readonly memoryMb: number;
  /** Billed milliseconds of each invocation. */
  readonly durationMs: number;
}

const million = 1_000_000;

/** US dollars for a million orders: state machine, the functions and notices that it calls, and the items in the table of orders. */
export function costOfMillion(type: 'STANDARD' | 'EXPRESS', usage: Usage): number {
  const machine = type === 'STANDARD' ? usage.transitions * prices.standardTransition : expressExecution(usage);
  return million * (machine + calls(usage)) + costOfStore(usage);
}

/** US dollars for the items of a million orders: what is asked for them, and to keep them and their backup for a month. */
export function costOfStore({ tableWrites, tableReads, itemsKept, itemKb }: Usage): number {
  const asked = million * (tableWrites * itemKb * prices.tableWrite + tableReads * prices.tableRead);
  return asked + itemsKept * itemKb * (prices.tableGbMonth + prices.tableBackupGbMonth);
}

/** US dollars to have a million orders listed: the entries of the table's indexes, and to keep them for a month. */
export function costOfListing({ indexWrites, itemsKept }: Usage): number {
  return million * indexWrites * prices.tableWrite + itemsKept * indexEntriesKb * prices.tableGbMonth;
}

/** Kilobytes that the indexes keep of an item: keys, status and attempt, and what DynamoDB adds to each entry. Nobody backs them up. */
const indexEntriesKb = 0.5;

/** Kilobytes that an event of the history makes in the log, without the data of the order. */
const eventKb = 0.4;
/** Kilobytes of an invocation: its own line with the metrics, and what Lambda writes of its start and end. */
const invocationKb = 1.6;

/** US dollars for what a million orders log, about. */
export function costOfLogs({ events, invocations }: Usage): number {
  return (events * eventKb + invocations * invocationKb) * prices.logGb;
}

function calls({ invocations, publishes, memoryMb, durationMs }: Usage): number {
  const gbSeconds = (memoryMb / 1024) * (durationMs / 1000);
  return invocations * (prices.lambdaRequest + gbSeconds * prices.lambdaGbSecond) + publishes * prices.snsPublish;
}

/** An Express execution lasts as long as its functions, one after another; its record fits the smallest memory step. */
function expressExecution({ invocations, durationMs }: Usage): number {
  const { expressDurationStepMs: step, expressMemoryStepMb: memoryMb } = prices;
  const seconds = (Math.ceil((invocations * durationMs) / step) * step) / 1000;
  return prices.expressRequest + (memoryMb / 1024) * seconds * prices.expressGbSecond;
}
