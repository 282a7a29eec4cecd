import { type ReactNode, useState } from 'react';
import { stepFunctions } from '../api/step-functions.ts';
import { ConfirmDialog } from '../parts/confirm-dialog.tsx';
import { cancelOrder } from './cancel-order.ts';

interface CancelDialogProps {
  readonly orderId: string;
  /** Of the state machine that cancels orders. */
  readonly stateMachineArn: string;
  /** What comes of the order: one paragraph. */
  readonly children: ReactNode;
  /** Hears the name of the cancellation, once it is under way. */
  readonly onCancelled: (name: string) => void;
  readonly onClose: () => void;
}

/** The longest reason that a cancellation takes. */
const longestReason = 500;

/** Says what becomes of the order, asks for a reason, and starts the cancellation. */
export function CancelDialog({ orderId, stateMachineArn, children, onCancelled, onClose }: CancelDialogProps) {
  const [reason, setReason] = useState('');
  const confirm = async () =>
    onCancelled(await cancelOrder(stepFunctions, stateMachineArn, { orderId, reason: reason.trim() }));
  return (
    <ConfirmDialog title="Cancel this order?" action="Cancel the order" dangerous onConfirm={confirm} onClose={onClose}>
      <p>{children}</p>
      <p>The customer is told how it came out. A cancellation cannot be taken back; the order can be placed anew.</p>
      <label>
        Reason, for operators: no customer is told
        <input value={reason} maxLength={longestReason} onChange={(event) => setReason(event.target.value)} />
      </label>
    </ConfirmDialog>
  );
}
