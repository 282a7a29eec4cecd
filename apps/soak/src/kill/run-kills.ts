import { orderBatch } from './order-batch.ts';
import { type BatchRun, runBatch } from './run-batch.ts';

export interface KillsOptions {
  readonly kills: number;
  /** How many orders are placed at once. */
  readonly ordersPerBatch: number;
  /** Random numbers in [0, 1) by which orders, faults and moments are drawn. */
  readonly random: () => number;
  /** Hears of each kill how many there were. */
  readonly onKill?: (killed: number) => void;
}

/** Places one batch of orders after another until so many processes were killed, or a promise is broken. */
export async function runKills(options: KillsOptions): Promise<readonly BatchRun[]> {
  const { kills, ordersPerBatch, random, onKill } = options;
  const batches: BatchRun[] = [];
  for (let killed = 0; killed < kills; ) {
    const orders = orderBatch(batches.length + 1, ordersPerBatch, random);
    const batch = await runBatch({
      ...{ orders, mostKills: kills - killed, random },
      onKill() {
        killed++;
        onKill?.(killed);
      },
    });
    batches.push(batch);
    if (batch.violations.length > 0) break;
    // Orders that end before anybody could be killed, time and again, would go on for ever.
    if (batches.slice(-5).length === 5 && batches.slice(-5).every(({ underWay }) => underWay.length === 0))
      throw new Error('five batches in a row ended before they could be killed');
  }
  return batches;
}
