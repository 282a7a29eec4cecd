import type { HistoryEvent } from '@order-workflow/asl-engine';
import type { RunningWorkflow } from '@order-workflow/local';
import { anOrder } from '@order-workflow/order-domain/testing';
import { askAfterHolds } from '@order-workflow/stock';
import { expect } from 'vitest';
import { stockOf } from './stock-of.ts';

/** How many orders there are; of so many pieces that one in five goes without. */
const many = Number(process.env['STOCK_ORDERS'] ?? 100);
export const pieces = Math.floor(many * 0.8);
export const sku = 'SKU002';
/** As they are placed. */
export const orders = Array.from({ length: many }, (_, index) =>
  anOrder()
    .with({ orderId: `moka-${index}`, items: [{ sku, quantity: 1 }] })
    .build(),
);

/** So often a stage of which a customer waits tries, until it is given up. */
const tries = 7;

/** Asks of the books, the table and the histories what must hold when all orders have ended; gives how many ended how. */
export async function checkSoldOut(workflow: RunningWorkflow): Promise<Readonly<Record<string, number>>> {
  const ends = await Promise.all(orders.map(async (order) => endOf(workflow, order)));
  const of = (outcome: string) => ends.filter((end) => end.outcome === outcome);
  const [fulfilled, rejected, refunded] = [of('fulfilled'), of('rejected'), of('refunded')];
  expect(ends.filter((end) => ![...fulfilled, ...rejected, ...refunded].includes(end))).toEqual([]);

  const level = await askAfterHolds(sku, stockOf(workflow));
  expect(level).toMatchObject({ left: pieces - fulfilled.length, sold: fulfilled.length, holds: [] });
  // Nobody is rejected before all are taken, and none is left but what somebody had who was given up.
  expect(rejected.length === 0 || fulfilled.length + refunded.length >= pieces).toBe(true);
  expect(level?.left).toBeLessThanOrEqual(refunded.length);
  // Given up is who met more faults at one stage than it is patient with, and nobody else.
  expect(refunded.filter(({ mostFailures }) => mostFailures < tries)).toEqual([]);

  const { gateway, carrier } = workflow.world ?? {};
  const charges = (orderId: string) => gateway?.ledger.charges(orderId) ?? [];
  const isCharged = ({ orderId }: End) => charges(orderId).some(({ status }) => status === 'charged');
  expect(rejected.filter(({ orderId }) => charges(orderId).length > 0)).toEqual([]);
  expect(refunded.filter(isCharged)).toEqual([]);
  expect(fulfilled.filter((end) => !isCharged(end) || charges(end.orderId).length > 1)).toEqual([]);
  expect(carrier?.ledger.shipments().filter(({ status }) => status !== 'cancelled')).toHaveLength(fulfilled.length);
  return { fulfilled: fulfilled.length, rejected: rejected.length, refunded: refunded.length, left: level?.left ?? -1 };
}

interface End {
  readonly orderId: string;
  readonly outcome: unknown;
  /** How often one state failed. */
  readonly mostFailures: number;
}

async function endOf(workflow: RunningWorkflow, order: (typeof orders)[number]): Promise<End> {
  const { execution } = workflow.place(order);
  const { status, output } = await execution.result;
  const outcome = (output as { readonly outcome?: unknown } | undefined)?.outcome ?? status;
  return { orderId: order.orderId, outcome, mostFailures: mostFailures(execution.history()) };
}

function mostFailures(history: readonly HistoryEvent[]): number {
  let [failures, most] = [0, 0];
  for (const { type } of history) {
    if (type.endsWith('StateEntered')) failures = 0;
    if (/^Task(Failed|TimedOut)$/.test(type)) failures++;
    most = Math.max(most, failures);
  }
  return most;
}
