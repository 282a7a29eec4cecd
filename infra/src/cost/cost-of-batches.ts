import { batchUse } from '@order-workflow/order-api';
import { prices } from './prices.ts';

/** What placing the parts of batches takes. */
export interface BatchUsage {
  readonly linesOfPart: number;
  /** State transitions of a part; each but for faults is a call of the function. */
  readonly transitionsOfPart: number;
  /** Of that function. */
  readonly memoryMb: number;
  /** Billed milliseconds of a part. */
  readonly durationMs: number;
  /** Begun kilobytes of a part's item, in which its lines are packed. */
  readonly partKb: number;
}

/** Whole parts. The duration is what is usual: eight lines at once, each of two answers of some 40 ms, one after the other. */
export const usualBatch: BatchUsage = {
  linesOfPart: batchUse.linesOfPart,
  transitionsOfPart: 1,
  memoryMb: 512,
  durationMs: 500,
  partKb: 8,
};

const million = 1_000_000;

/**
 * US dollars to place a million orders in batches, besides what the orders cost: the state machine of batches, the function that places a
 * part, and what the tables of the order API are asked. What each batch has once, and to keep all that for 14 days, are cents.
 */
export function costOfBatches(usage: BatchUsage): number {
  const { linesOfPart, transitionsOfPart, memoryMb, durationMs, partKb } = usage;
  const gbSeconds = (memoryMb / 1024) * (durationMs / 1000);
  const { line, part } = batchUse;
  const ofPart =
    transitionsOfPart * prices.standardTransition +
    (prices.lambdaRequest + gbSeconds * prices.lambdaGbSecond) +
    part.writes * partKb * prices.tableWrite +
    part.reads * Math.ceil(partKb / 4) * prices.tableRead;
  const ofLine = line.writes * prices.tableWrite + line.reads * prices.tableRead;
  return (million / linesOfPart) * ofPart + million * ofLine;
}
