import { useRef, useState } from 'react';
import { stepFunctions } from '../api/step-functions.ts';
import { CancelDialog } from '../cancel/cancel-dialog.tsx';
import { cancelledBy } from '../cancel/cancelled-by.ts';
import { whatCancellingDoes } from '../cancel/what-cancelling-does.ts';
import type { BesideOrders } from '../machines/machines.ts';
import { ConfirmDialog } from '../parts/confirm-dialog.tsx';
import { Foreign } from '../parts/foreign.tsx';
import { useKeptFocus } from '../parts/use-kept-focus.ts';
import { goTo } from '../route/use-route.ts';
import type { ExecutionSnapshot } from './execution-snapshot.ts';
import { standingPlace } from './execution-snapshot.ts';
import { RedriveDialog } from './redrive-dialog.tsx';

interface ExecutionActionsProps {
  readonly snapshot: ExecutionSnapshot;
  /** What it works on, where that is not an order. */
  readonly of: BesideOrders | undefined;
  /** The state machine by which the order can be cancelled; undefined where it cannot. */
  readonly cancelsBy: string | undefined;
  readonly onChanged: () => void;
}

/** Stop while it runs, redrive when it can be, cancel the order while it may hold something; each asks first. */
export function ExecutionActions({ snapshot, of, cancelsBy, onChanged }: ExecutionActionsProps) {
  const { execution, record } = snapshot;
  const [asking, setAsking] = useState<'stop' | 'redrive' | 'cancel'>();
  const group = useRef<HTMLFieldSetElement>(null);
  useKeptFocus(group);
  const { executionArn, status, redriveStatus } = execution;
  const place = standingPlace(snapshot);
  const close = () => setAsking(undefined);

  return (
    <fieldset ref={group} className="actions" aria-label="Actions" tabIndex={-1}>
      {status === 'RUNNING' && (
        <button type="button" onClick={() => setAsking('stop')}>
          Stop …
        </button>
      )}
      {redriveStatus === 'REDRIVABLE' && !cancelledBy(execution) && (
        <button type="button" className="primary" onClick={() => setAsking('redrive')}>
          Redrive …
        </button>
      )}
      {cancelsBy !== undefined && (
        <button type="button" onClick={() => setAsking('cancel')}>
          Cancel the order …
        </button>
      )}
      {asking === 'cancel' && cancelsBy !== undefined && record.orderId !== undefined && (
        <CancelDialog
          orderId={record.orderId}
          stateMachineArn={cancelsBy}
          onCancelled={(name) => goTo({ view: 'execution', of: 'cancellations', name })}
          onClose={close}
        >
          <Standing status={status} place={place} /> {whatCancellingDoes(snapshot)}
        </CancelDialog>
      )}
      {asking === 'redrive' && (
        <RedriveDialog
          title="Redrive this execution?"
          {...{ executionArn, place }}
          onRedriven={onChanged}
          onClose={close}
        >
          It
        </RedriveDialog>
      )}
      {asking === 'stop' && <StopDialog {...{ executionArn, of }} onStopped={onChanged} onClose={close} />}
    </fieldset>
  );
}

interface StandingProps {
  readonly status: string;
  /** The state in which the execution is, or ended. */
  readonly place: string | undefined;
}

/** Where the order stands. */
function Standing({ status, place }: StandingProps) {
  if (status === 'SUCCEEDED') return 'The order is fulfilled.';
  const where = place === undefined ? null : <Foreign text={place} most={80} />;
  if (status === 'RUNNING') return <>The order is {where ? <>at {where}</> : 'under way'}.</>;
  return <>Its execution has ended{where ? <> at {where}</> : ''}.</>;
}

interface StopDialogProps extends Pick<ExecutionActionsProps, 'of'> {
  readonly executionArn: string;
  readonly onStopped: () => void;
  readonly onClose: () => void;
}

function StopDialog({ executionArn, of, onStopped, onClose }: StopDialogProps) {
  const [reason, setReason] = useState('');
  return (
    <ConfirmDialog
      title="Stop this execution?"
      action="Stop"
      dangerous
      onConfirm={() =>
        stepFunctions
          .stopExecution({ executionArn, ...(reason.trim() === '' ? {} : { cause: reason.trim() }) })
          .then(onStopped)
      }
      onClose={onClose}
    >
      {of === 'batches' ? (
        <p>
          It ends where it is. Orders that were placed go on by themselves, the other lines are not placed. A redrive
          goes on from there.
        </p>
      ) : (
        <p>
          It ends where it is, and <strong>nothing is undone</strong>: what is charged stays charged, a parcel that is
          booked stays booked, and the customer is told nothing. A redrive goes on from there. To end the order with
          nothing held, cancel it instead.
        </p>
      )}
      <label>
        Reason, kept in the history
        <input value={reason} maxLength={1000} onChange={(event) => setReason(event.target.value)} />
      </label>
    </ConfirmDialog>
  );
}
