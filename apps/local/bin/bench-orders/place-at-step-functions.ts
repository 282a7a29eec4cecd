import { setTimeout as wait } from 'node:timers/promises';
import { askAfterMs } from './ask-after-ms.ts';
import type { PlaceOrder } from './place-orders.ts';
import type { StepFunctionsCall } from './step-functions-client.ts';

interface AtStepFunctions {
  readonly call: StepFunctionsCall;
  readonly stateMachineArn: string;
  /** The order that each is a copy of, under an id of its own. */
  readonly order: object;
}

/** Starts an execution, and asks until it has ended. */
export function placeAtStepFunctions({ call, stateMachineArn, order }: AtStepFunctions): PlaceOrder {
  return async (orderId, usualMs) => {
    const began = performance.now();
    const input = JSON.stringify({ ...order, orderId });
    const { executionArn } = await call('StartExecution', { stateMachineArn, name: `order-${orderId}`, input });
    for (;;) {
      await wait(askAfterMs(performance.now() - began, usualMs()));
      const { status, output } = await call('DescribeExecution', { executionArn });
      if (status !== 'RUNNING') return ensureFulfilled(orderId, String(status), String(output));
    }
  };
}

function ensureFulfilled(orderId: string, status: string, output: string): void {
  if (status === 'SUCCEEDED' && JSON.parse(output).outcome === 'fulfilled') return;
  throw new Error(`The order ${orderId} ended ${status}: ${output}`);
}
