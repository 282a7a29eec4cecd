import { deepStrictEqual } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { DescribeExecutionCommand, StartExecutionCommand } from '@aws-sdk/client-sfn';
import { parseInjectedFault } from '@order-workflow/simulators';
import { deployedOrders } from './deployed-orders.ts';
import { endThere } from './end-there.ts';
import { type DeployedProof, output, repository } from './proof.ts';
import type { SimulatedServices } from './simulated-services.ts';

const comesWithinMs = 120_000;

/**
 * Cancels two orders by the second state machine of the stack: one that waits for a carrier which has booked the parcel and does
 * not answer, and one that was fulfilled. Neither holds anything afterwards, the table of orders says that they are cancelled,
 * and what ran was stopped by its cancellation.
 */
export async function proveCancelling(proof: DeployedProof, services: SimulatedServices) {
  const waiting = await cancelWaiting(proof, services);
  const fulfilled = await cancelFulfilled(proof, services);
  return { seen: `${waiting}; fulfilled, then ${fulfilled}` };
}

async function cancelWaiting(proof: DeployedProof, services: SimulatedServices): Promise<string> {
  const { sfn } = proof.clients;
  const { carrier, switchboard } = services;
  const orderId = 'cancelled-while-it-waits';
  switchboard.set([parseInjectedFault('shipping=timeout-after-success', switchboard.targets)]);
  const { executionArn } = await sfn.send(
    new StartExecutionCommand({
      stateMachineArn: output(proof, 'PlaceOrdersAt'),
      name: orderId,
      input: orderCalled(orderId),
    }),
  );
  await until('the parcel is booked', () => carrier.ledger.shipments(orderId).length === 1);
  const states = await cancel(proof, services, orderId);
  const { status, error } = await sfn.send(new DescribeExecutionCommand({ executionArn }));
  deepStrictEqual([status, error], ['ABORTED', 'OrderCancelled']);
  switchboard.clear();
  return `${error} at Ship Order, ${states.join(' → ')}`;
}

async function cancelFulfilled(proof: DeployedProof, services: SimulatedServices): Promise<string> {
  const orderId = 'cancelled-when-fulfilled';
  const placeOrdersAt = output(proof, 'PlaceOrdersAt');
  const { ending } = await endThere(proof.clients, placeOrdersAt, orderId, orderCalled(orderId));
  deepStrictEqual([ending.outcome, services.carrier.ledger.shipments(orderId).length], ['fulfilled', 1]);
  await cancel(proof, services, orderId);
  return 'cancelled';
}

/** Cancels an order, and asks the books and the table what became of it. Gives the states of the cancellation. */
async function cancel(
  proof: DeployedProof,
  { gateway, carrier }: SimulatedServices,
  orderId: string,
): Promise<readonly string[]> {
  const input = JSON.stringify({ orderId, reason: 'a proof' });
  const { ending, record, states } = await endThere(
    proof.clients,
    output(proof, 'CancelOrdersAt'),
    `cancel-${orderId}`,
    input,
  );
  const item = await (await deployedOrders(proof)).read(orderId, AbortSignal.timeout(comesWithinMs));
  deepStrictEqual(
    {
      ended: ending.outcome,
      undone: (record['cancellation'] as { readonly status?: unknown } | undefined)?.status,
      status: item.answer === 'item' ? item.item.status : item.answer,
      held: gateway.ledger.held(orderId),
      parcels: carrier.ledger.shipments(orderId).length,
    },
    { ended: 'cancelled', undone: 'cancelled', status: 'cancelled', held: 0, parcels: 0 },
  );
  return states;
}

function orderCalled(orderId: string): string {
  const sample = JSON.parse(readFileSync(`${repository}/examples/orders/sample.json`, 'utf8'));
  return JSON.stringify({ ...sample, orderId });
}

async function until(what: string, isSo: () => boolean): Promise<void> {
  for (const limit = Date.now() + comesWithinMs; Date.now() < limit; await sleep(50)) if (isSo()) return;
  throw new Error(`after ${comesWithinMs / 1000} s it is not so that ${what}`);
}
