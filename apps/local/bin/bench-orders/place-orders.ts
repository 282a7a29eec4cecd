import { setTimeout as wait } from 'node:timers/promises';
import { mapConcurrently } from '../../src/orders/map-concurrently.ts';
import { medianOf } from './numbers.ts';
import type { StepFunctionsCall } from './step-functions-client.ts';

/** What is placed, and how. */
export interface Placing {
  readonly call: StepFunctionsCall;
  readonly stateMachineArn: string;
  /** The order that each is a copy of, under an id of its own. */
  readonly order: object;
  readonly ids: readonly string[];
  /** How many are under way at once. */
  readonly concurrency: number;
}

/** Places orders, asks until each is fulfilled, and gives how long each took its client, in milliseconds. */
export async function placeOrders({ call, stateMachineArn, order, ids, concurrency }: Placing): Promise<number[]> {
  const took: number[] = [];

  async function place(orderId: string): Promise<number> {
    const began = performance.now();
    const input = JSON.stringify({ ...order, orderId });
    const { executionArn } = await call('StartExecution', { stateMachineArn, name: `order-${orderId}`, input });
    // Nobody asks before it can be over: who asks all the time measures the asking.
    const usual = medianOf(took.slice(-50)) || 10;
    await wait(Math.max(1, usual * 0.8 - (performance.now() - began)));
    for (;;) {
      const { status, output } = await call('DescribeExecution', { executionArn });
      if (status !== 'RUNNING') return ended(orderId, String(status), String(output), performance.now() - began);
      await wait(Math.max(1, usual * 0.04));
    }
  }

  await mapConcurrently(ids, concurrency, place, async (milliseconds) => void took.push(milliseconds));
  return took;
}

function ended(orderId: string, status: string, output: string, milliseconds: number): number {
  if (status === 'SUCCEEDED' && JSON.parse(output).outcome === 'fulfilled') return milliseconds;
  throw new Error(`The order ${orderId} ended ${status}: ${output}`);
}
