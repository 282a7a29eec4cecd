import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createVirtualClock } from '@order-workflow/asl-engine';
import { faultTargetsHere, startWorkflow, withWorkflow } from '@order-workflow/local';
import { createSwitchboard, parseInjectedFault } from '@order-workflow/simulators';
import { addStock } from '@order-workflow/stock';
import { expect, it, onTestFinished } from 'vitest';
import { runOrders } from './order-process.ts';
import { checkSoldOut, orders, pieces, sku } from './sold-out.ts';
import { stockOf } from './stock-of.ts';
import { synthesized } from './synthesized.ts';
import { transient } from './transient-faults.ts';

/** `STOCK_ORDERS=1000` takes 1,000 orders for 800 pieces. */
const atOnce = 16;
const assembly = synthesized();
process.env['ORDER_WORKFLOW_ASSEMBLY'] = assembly;

it(`with faults that pass by themselves, ${orders.length} orders at ${atOnce} at once buy all of ${pieces} pieces`, async () => {
  const clock = createVirtualClock({ start: Date.now() });
  const switchboard = createSwitchboard();
  const workflow = await startWorkflow({ assembly, clock, simulators: { clock }, virtualLimits: true, switchboard });
  onTestFinished(() => workflow.close());
  await addStock(sku, pieces, stockOf(workflow));
  const targets = faultTargetsHere();
  const queue = orders.entries();
  async function buy(): Promise<void> {
    for (const [index, order] of queue) {
      switchboard.add(parseInjectedFault(`${transient[index % transient.length]}:1`, targets));
      await workflow.place(order).execution.result;
    }
  }
  await Promise.all(Array.from({ length: atOnce }, buy));
  expect(await checkSoldOut(workflow)).toEqual({
    ...{ fulfilled: pieces, rejected: orders.length - pieces, refunded: 0, left: 0 },
  });
});

it(`with faults and two kills, ${orders.length} orders at ${atOnce} at once leave none of ${pieces} pieces held or lost`, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'moka-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const data = join(folder, 'data');
  const settings = { data, fastForward: true } as const;
  await withWorkflow(settings, (workflow) => addStock(sku, pieces, stockOf(workflow)));
  const faults = transient.flatMap((fault) => ['--fault', `${fault}:9`]);
  const args = ['place', '-', '--fast-forward', '--concurrency', `${atOnce}`, '--data', data, ...faults];
  const input = orders.map((order) => JSON.stringify(order)).join('\n');
  for (const share of [0.25, 0.6]) expect(await runOrders(args, input, assembly, orders.length * share)).toBe(true);
  expect(await runOrders(args, input, assembly)).toBe(false);
  await withWorkflow(settings, checkSoldOut);
});
