import { useRef, useState } from 'react';
import { CancelDialog } from '../cancel/cancel-dialog.tsx';
import { cancelledBy } from '../cancel/cancelled-by.ts';
import { RedriveDialog } from '../execution/redrive-dialog.tsx';
import type { Machines } from '../machines/machines.ts';
import { holdsNothing } from '../order/holds-nothing.ts';
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
        <RedriveDialog
          title="Redrive this order?"
          executionArn={redrivable.executionArn}
          place={redrivable.state}
          onRedriven={onChanged}
          onClose={close}
        >
          <Foreign text={redrivable.name} most={80} />
        </RedriveDialog>
      )}
      {asking === 'cancel' && cancelsBy !== undefined && (
        <CancelDialog orderId={order.orderId} stateMachineArn={cancelsBy} onCancelled={onChanged} onClose={close}>
          It is taken over from whatever works on it. Its parcel is cancelled, unless it is on its way, and its money
          goes back.
        </CancelDialog>
      )}
    </fieldset>
  );
}

/** The latest execution that ended where it can go on. */
function redrivableIn({ executions }: DeskOrder): DeskEntry | undefined {
  const latest = executions.findLast((one) => one.outcome !== 'duplicate' && !cancelledBy(one));
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
