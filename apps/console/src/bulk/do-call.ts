import { stepFunctions } from '../api/step-functions.ts';
import { cancelOrder } from '../cancel/cancel-order.ts';
import { deskServer } from '../desk/desk-server.ts';
import type { Machines } from '../machines/machines.ts';
import type { BulkCall } from './plan-bulk.ts';

/**
 * Does one of what was planned, as its own button does it; gives what was done.
 *
 * @throws Refusal, Unreachable, Error
 */
export async function doCall(call: BulkCall, { cancellations }: Machines): Promise<string> {
  switch (call.kind) {
    case 'redrive':
      await stepFunctions.redriveExecution(call.executionArn);
      return 'redriven';
    case 'cancel': {
      if (!cancellations) throw new Error('There is no state machine that cancels orders.');
      const reason = 'with others, at the desk';
      const name = await cancelOrder(stepFunctions, cancellations.stateMachineArn, { orderId: call.orderId, reason });
      return `cancelled by ${name}`;
    }
    case 'replay': {
      const { replayed } = await deskServer.replay(call.messageIds);
      const waits = replayed.find(({ published, outdated }) => !published && !outdated);
      if (waits) throw new Error(waits.reason ?? 'still waits');
      return replayed.some(({ published }) => published) ? 'told' : 'outdated: the order has gone on';
    }
  }
}
