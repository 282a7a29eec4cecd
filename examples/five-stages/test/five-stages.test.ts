import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createVirtualClock } from '@order-workflow/asl-engine';
import { deskStock, type RunningWorkflow, startWorkflow, stockTableOf } from '@order-workflow/local';
import { anOrder } from '@order-workflow/order-domain/testing';
import { addStock, askAfterHolds, holdPieces } from '@order-workflow/stock';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { stockOf } from './stock-of.ts';
import { synthesized } from './synthesized.ts';

const assembly = synthesized();
let workflow: RunningWorkflow;
beforeAll(async () => {
  const clock = createVirtualClock({ start: Date.now() });
  workflow = await startWorkflow({ assembly, clock, simulators: { clock }, virtualLimits: true });
});
afterAll(() => workflow?.close());

let orders = 0;
/** An order of these pieces, run to its end; of another card or address where that is given. */
async function order(sku: string, quantity: number, fields: Readonly<Record<string, unknown>> = {}) {
  const orderId = `five-${++orders}`;
  const sent = {
    ...anOrder()
      .with({ orderId, items: [{ sku, quantity }] })
      .build(),
    ...fields,
  };
  const result = await workflow.place(sent).execution.result;
  const output = result.status === 'SUCCEEDED' ? result.output : undefined;
  return { orderId, output: output as Readonly<Record<string, unknown>> | undefined };
}
async function level(sku: string) {
  const found = await askAfterHolds(sku, stockOf(workflow));
  return found && { left: found.left, sold: found.sold, holds: found.holds.map(({ orderId }) => orderId) };
}
const refusing = { line1: '1 Example Street', city: 'Berlin', postalCode: 'SIM-REFUSED', country: 'DE' };

it('rings where stock was held for an order that had ended, by the manifest of the stage alone', () => {
  const { Resources } = JSON.parse(readFileSync(join(assembly, 'FiveStages.template.json'), 'utf8'));
  const [alarm] = Object.entries<{ readonly Properties: Readonly<Record<string, unknown>> }>(Resources).flatMap(
    ([id, { Properties }]) => (id.startsWith('WatchReserveStockFunctionFindsHeldAfterEnd') ? [Properties] : []),
  );
  expect(alarm).toMatchObject({
    AlarmActions: [{ Ref: expect.stringMatching(/^WatchOperations/) }],
    AlarmDescription: expect.stringMatching(/docs\/runbook\.md#stock-was-held-after-its-order$/),
    MetricName: 'heldAfterEnd',
    Dimensions: [{ Name: 'functionName', Value: { Ref: expect.stringMatching(/^OrdersReserveStockFunction/) } }],
    Threshold: 1,
  });
});

describe('the order workflow with a fifth stage', () => {
  it('holds stock before anything is charged, and counts it as sold once the order is fulfilled', async () => {
    await addStock('SKU001', 5, stockOf(workflow));
    const { output } = await order('SKU001', 2);
    expect(output).toMatchObject({ outcome: 'fulfilled', reservation: { status: 'reserved' } });
    expect(await level('SKU001')).toEqual({ left: 3, sold: 2, holds: [] });
  });

  it('tells the customer what is left, and charges nothing', async () => {
    const { orderId, output } = await order('SKU001', 4);
    expect(output).toMatchObject({ outcome: 'rejected', failure: { stage: 'reservation', error: 'StockShort' } });
    expect(workflow.world?.gateway.ledger.charges(orderId)).toEqual([]);
    const notice = workflow.services.inbox.take().at(-1);
    expect(JSON.stringify(notice)).toContain('Espresso cup (SKU001): 3 of 4 left');
    expect(await level('SKU001')).toEqual({ left: 3, sold: 2, holds: [] });
  });

  it('shows at the desk what the stage means: left, held and for whom, sold, also before anybody asked after it', async () => {
    const desk = async () =>
      (await deskStock(workflow, stockTableOf(workflow) ?? '')).find(({ sku }) => sku === 'SKU002');
    await addStock('SKU002', 9, stockOf(workflow));
    await order('SKU002', 4);
    const waits = {
      order: { orderId: 'waits' },
      validation: { attempt: 2, lines: [{ sku: 'SKU002', title: '', quantity: 2 }] },
    };
    await holdPieces(waits, stockOf(workflow));
    const shown = await desk();
    expect(shown).toMatchObject({
      left: 3,
      held: 2,
      sold: 4,
      holds: [{ orderId: 'waits', attempt: 2, standing: 'goes-on' }],
    });
    expect(await level('SKU002')).toEqual({ left: 3, sold: 4, holds: ['waits'] });
    expect(await desk()).toEqual(shown);
  });

  it.each([
    ['the payment is declined', { paymentToken: 'sim-declined' }, 'declined'],
    ['the carrier refuses the parcel', { shippingAddress: refusing }, 'refunded'],
  ])('gives it back when %s', async (_, fields, outcome) => {
    const { output } = await order('SKU001', 1, fields);
    expect(output).toMatchObject({ outcome, release: { status: 'released' } });
    expect(await level('SKU001')).toEqual({ left: 3, sold: 2, holds: [] });
  });
});
