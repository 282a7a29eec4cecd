import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { withWorkflow } from '@order-workflow/local';
import { anOrder } from '@order-workflow/order-domain/testing';
import { addStock, askAfterHolds } from '@order-workflow/stock';
import { expect, it } from 'vitest';
import { runOrders } from './order-process.ts';
import { stockOf } from './stock-of.ts';
import { synthesized } from './synthesized.ts';

const pieces = 200;
const sku = 'SKU002';
const ids = Array.from({ length: 250 }, (_, index) => `moka-${index}`);
const orders = ids.map((orderId) =>
  JSON.stringify(
    anOrder()
      .with({ orderId, items: [{ sku, quantity: 1 }] })
      .build(),
  ),
);
/** Each passes by itself, within what the stages' patience bears. */
const transient = [
  'stock.write=rate-limited:20',
  'stock.write=timeout-after-success:5',
  'stock.read=error-before:20',
  'stock=throttled:20',
  'payment=timeout-after-success:5',
  'shipping=unavailable:5',
];

it('of 250 orders for 200 pieces, 16 at once, with faults and two kills, 200 are fulfilled and 50 charged nothing', async () => {
  const assembly = synthesized();
  process.env['ORDER_WORKFLOW_ASSEMBLY'] = assembly;
  const data = join(mkdtempSync(join(tmpdir(), 'moka-')), 'data');
  const settings = { data, fastForward: true } as const;
  await withWorkflow(settings, (workflow) => addStock(sku, pieces, stockOf(workflow)));

  const faults = transient.flatMap((fault) => ['--fault', fault]);
  const args = ['place', '-', '--json', '--fast-forward', '--concurrency', '16', '--data', data, ...faults];
  const input = orders.join('\n');
  for (const killAfter of [60, 150])
    expect(await runOrders(args, input, assembly, killAfter)).toEqual({ killed: true, printed: [] });
  const { printed } = await runOrders(args, input, assembly);
  const ends = printed.map(
    (line) => JSON.parse(line) as { status: string; outcome: string; output: { order: { orderId: string } } },
  );
  expect(ends).toHaveLength(ids.length);
  expect(ends.filter(({ status }) => status !== 'SUCCEEDED')).toEqual([]);
  const of = (outcome: string) =>
    ends.filter((end) => end.outcome === outcome).map(({ output }) => output.order.orderId);
  expect(of('fulfilled')).toHaveLength(pieces);
  // Who met more faults than the stage is patient with was given up and undone: that is no rejection, and nothing is charged either.
  const others = [...of('rejected'), ...of('refunded')];
  expect(others).toHaveLength(ids.length - pieces);

  await withWorkflow(settings, async (workflow) => {
    const level = await askAfterHolds(sku, stockOf(workflow));
    expect(level).toMatchObject({ left: 0, sold: pieces, holds: [] });
    const books = workflow.world?.gateway.ledger;
    for (const orderId of others)
      expect(books?.charges(orderId).filter(({ status }) => status === 'charged')).toEqual([]);
    for (const orderId of of('rejected')) expect(books?.charges(orderId)).toEqual([]);
    for (const orderId of of('fulfilled'))
      expect(books?.charges(orderId).filter(({ status }) => status === 'charged')).toHaveLength(1);
    expect(workflow.world?.carrier.ledger.shipments().filter(({ status }) => status !== 'cancelled')).toHaveLength(
      pieces,
    );
  });
});
