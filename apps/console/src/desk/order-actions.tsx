import { useRef, useState } from 'react';
import { stepFunctions } from '../api/step-functions.ts';
import { cancelOrder } from '../cancel/cancel-order.ts';
import type { Machines } from '../machines/machines.ts';
import { holdsNothing } from '../order/holds-nothing.ts';
import { ConfirmDialog } from '../parts/confirm-dialog.tsx';
import { Foreign } from '../parts/foreign.tsx';
import { useKeptFocus } from '../parts/use-kept-focus.ts';
import type { DeskEntry } from './desk-entry.ts';
import type { DeskOrder } from './desk-server.ts';

interface OrderActionsProps {
  readonly order: DeskOrder;
  readonly machines: Machines;
  readonly onChanged: () => void;
}

/** Redrive what stands, cancel what may hold something; each asks first. */
export function OrderActions({ order, machines, onChanged }: OrderActionsProps) {
  const [asking, setAsking] = useState<'redrive' | 'cancel'>();
  const group = useRef<HTMLFieldSetElement>(null);
  useKeptFocus(group);
  const redrivable = redrivableIn(order);
  const cancelsBy = mayCancel(order) ? machines.cancellations?.stateMachineArn : undefined;
  const close = () => setAsking(undefined);
  return (
    <fieldset ref={group} className="actions" aria-label="Actions" tabIndex={-1}>
      {redrivable && (
        <button type="button" className="primary" onClick={() => setAsking('redrive')}>
          Redrive …
        </button>
      )}
      {cancelsBy !== undefined && (
        <button type="button" onClick={() => setAsking('cancel')}>
          Cancel the order …
        </button>
      )}
      {asking === 'redrive' && redrivable && (
        <ConfirmDialog
          title="Redrive this order?"
          action="Redrive"
          onConfirm={() => stepFunctions.redriveExecution(redrivable.executionArn).then(onChanged)}
          onClose={close}
        >
          <p>
            <Foreign text={redrivable.name} most={80} /> goes on{' '}
            {redrivable.state === undefined ? (
              'where it ended'
            ) : (
              <>
                at <Foreign text={redrivable.state} most={80} />
              </>
            )}
            , with the same input as before and its retries anew. What was done before stays done and is not repeated.
          </p>
        </ConfirmDialog>
      )}
      {asking === 'cancel' && cancelsBy !== undefined && (
        <CancelOrderDialog orderId={order.orderId} stateMachineArn={cancelsBy} onDone={onChanged} onClose={close} />
      )}
    </fieldset>
  );
}

/** The latest execution that ended where it can go on. */
function redrivableIn({ executions }: DeskOrder): DeskEntry | undefined {
  const latest = executions.findLast(({ outcome, error }) => outcome !== 'duplicate' && error !== 'OrderCancelled');
  if (!latest || latest.status === 'RUNNING' || latest.status === 'SUCCEEDED') return undefined;
  return latest.notRedrivable === undefined ? latest : undefined;
}

/** Whether the order may hold something, and no cancellation works on it or has come after its last attempt. */
function mayCancel({ executions }: DeskOrder): boolean {
  const latest = executions.findLast(({ outcome }) => outcome !== 'duplicate');
  if (!latest) return false;
  if (latest.of === 'cancellations') return latest.status !== 'RUNNING' && latest.status !== 'SUCCEEDED';
  return latest.status !== 'SUCCEEDED' || !holdsNothing(latest.outcome);
}

interface CancelOrderDialogProps {
  readonly orderId: string;
  readonly stateMachineArn: string;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

function CancelOrderDialog({ orderId, stateMachineArn, onDone, onClose }: CancelOrderDialogProps) {
  const [reason, setReason] = useState('');
  const confirm = async () => {
    await cancelOrder(stepFunctions, stateMachineArn, { orderId, reason: reason.trim() });
    onDone();
  };
  return (
    <ConfirmDialog title="Cancel this order?" action="Cancel the order" dangerous onConfirm={confirm} onClose={onClose}>
      <p>
        It is taken over from whatever works on it. Its parcel is cancelled, unless it is on its way, and its money goes
        back; the customer is told how it came out. A cancellation cannot be taken back; the order can be placed anew.
      </p>
      <label>
        Reason, for operators: no customer is told
        <input value={reason} maxLength={500} onChange={(event) => setReason(event.target.value)} />
      </label>
    </ConfirmDialog>
  );
}
