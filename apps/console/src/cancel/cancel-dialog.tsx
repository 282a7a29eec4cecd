import { useState } from 'react';
import { stepFunctions } from '../api/step-functions.ts';
import type { ExecutionSnapshot } from '../execution/execution-snapshot.ts';
import { ConfirmDialog } from '../parts/confirm-dialog.tsx';
import { Foreign } from '../parts/foreign.tsx';
import { goTo } from '../route/use-route.ts';
import { cancelOrder } from './cancel-order.ts';
import { whatCancellingDoes } from './what-cancelling-does.ts';

interface CancelDialogProps {
  readonly snapshot: ExecutionSnapshot;
  readonly orderId: string;
  /** Of the state machine that cancels orders. */
  readonly stateMachineArn: string;
  /** The state in which the execution is, or ended. */
  readonly place: string | undefined;
  readonly onClose: () => void;
}

/** The longest reason that a cancellation takes. */
const longestReason = 500;

/** Says what becomes of the order, asks for a reason, and shows the cancellation once it is under way. */
export function CancelDialog({ snapshot, orderId, stateMachineArn, place, onClose }: CancelDialogProps) {
  const [reason, setReason] = useState('');

  async function confirm(): Promise<void> {
    const name = await cancelOrder(stepFunctions, stateMachineArn, { orderId, reason: reason.trim() });
    goTo({ view: 'execution', of: 'cancellations', name });
  }

  return (
    <ConfirmDialog title="Cancel this order?" action="Cancel the order" dangerous onConfirm={confirm} onClose={onClose}>
      <p>
        <Standing snapshot={snapshot} place={place} /> {whatCancellingDoes(snapshot)}
      </p>
      <p>The customer is told how it came out. A cancellation cannot be taken back; the order can be placed anew.</p>
      <label>
        Reason, for operators: no customer is told
        <input value={reason} maxLength={longestReason} onChange={(event) => setReason(event.target.value)} />
      </label>
    </ConfirmDialog>
  );
}

function Standing({ snapshot: { execution }, place }: Pick<CancelDialogProps, 'snapshot' | 'place'>) {
  if (execution.status === 'SUCCEEDED') return 'The order is fulfilled.';
  const where = place === undefined ? null : <Foreign text={place} most={80} />;
  if (execution.status === 'RUNNING') return <>The order is {where ? <>at {where}</> : 'under way'}.</>;
  return <>Its execution has ended{where ? <> at {where}</> : ''}.</>;
}
