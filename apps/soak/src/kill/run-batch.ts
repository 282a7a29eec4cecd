import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dataFolder } from '@order-workflow/local';
import { checkBooks, checkEndings } from './check-batch.ts';
import { checkKeptStock, putStockIn } from './kept-stock.ts';
import type { PlannedOrder } from './order-batch.ts';
import { type KillMoment, runOrderProcess } from './order-process.ts';
import { countUnderWay } from './read-executions.ts';

/** What became of one batch of orders. */
export interface BatchRun {
  readonly orders: number;
  /** How many executions each kill found under way, which the next process went on with. */
  readonly underWay: readonly number[];
  /** Executions that stood where a person must act, and were redriven. */
  readonly redriven: number;
  readonly violations: readonly string[];
}

interface BatchOptions {
  readonly orders: readonly PlannedOrder[];
  readonly mostKills: number;
  /** Random numbers in [0, 1). */
  readonly random: () => number;
  readonly onKill: () => void;
}

/**
 * Places orders by `order place`, kills the process at a random moment and begins another one with the same orders, until
 * all have ended; then holds them to the ledgers.
 */
export async function runBatch({ orders, mostKills, random, onKill }: BatchOptions): Promise<BatchRun> {
  const folder = dataFolder(mkdtempSync(join(tmpdir(), 'order-workflow-kill-')));
  const kept = ['--data', folder.path];
  const input = orders.map(({ order }) => JSON.stringify(order)).join('\n');
  const underWay: number[] = [];
  const pieces = orders.length * piecesAnOrder;
  try {
    await putStockIn(folder, pieces);
    for (;;) {
      const faults = ['--faults-from-seed', String(Math.floor(random() * 1e9))];
      const place = ['place', '-', '--json', '--fast-forward', '--verbose', '--concurrency', '8', ...faults, ...kept];
      const life = await runOrderProcess(
        place,
        input,
        underWay.length < mostKills ? killMoment(random, orders.length) : undefined,
      );
      if (life.ended === 'by itself') break;
      underWay.push(existsSync(folder.journalFile) ? countUnderWay(folder.journalFile) : 0);
      onKill();
    }
    const first = checkEndings(folder, orders);
    const failed = first.ended.filter(({ result }) => result.status !== 'SUCCEEDED');
    for (const { order } of failed)
      await runOrderProcess(['redrive', order.orderId, '--json', '--fast-forward', ...kept], '');
    await runOrderProcess(['notices', '--replay', ...kept], '');
    const last = checkEndings(folder, orders);
    const stuck = last.ended.filter(({ result }) => result.status !== 'SUCCEEDED');
    const violations = [
      ...first.violations,
      ...last.violations.filter((one) => !first.violations.includes(one)),
      ...stuck.map(
        ({ name, result }) =>
          `${name}: ${result.status} although nothing is broken any more: ${result.error} ${result.cause}`,
      ),
      ...(await checkBooks(folder, last.ended)),
      ...(await checkKeptStock(folder, pieces, last.ended)),
    ];
    return { orders: orders.length, underWay, redriven: failed.length, violations };
  } finally {
    rmSync(folder.path, { recursive: true, force: true });
  }
}

/** Of those that a workflow holds which holds stock: some less than orders ask for in the mean, so that some go without. */
const piecesAnOrder = 30;

/** One in ten while the process begins or resumes, the others while it works on orders. */
function killMoment(random: () => number, orders: number): KillMoment {
  const [when, how] = [random(), random()];
  if (when < 0.1) return { invocations: 0, milliseconds: how * 2_000 };
  return { invocations: 1 + Math.floor(when * 1.5 * orders), milliseconds: how * 20 };
}
