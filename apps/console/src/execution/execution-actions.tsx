import { useRef, useState } from 'react';
import { stepFunctions } from '../api/step-functions.ts';
import { CancelDialog } from '../cancel/cancel-dialog.tsx';
import { cancelledBy } from '../cancel/cancelled-by.ts';
import { ConfirmDialog } from '../parts/confirm-dialog.tsx';
import { Foreign } from '../parts/foreign.tsx';
import { useKeptFocus } from '../parts/use-kept-focus.ts';
import type { ExecutionSnapshot } from './execution-snapshot.ts';
import { standingPlace } from './standing-place.ts';

interface ExecutionActionsProps {
  readonly snapshot: ExecutionSnapshot;
  /** The state machine by which the order can be cancelled; undefined where it cannot. */
  readonly cancelsBy: string | undefined;
  readonly onChanged: () => void;
}

/** Stop while it runs, redrive when it can be, cancel the order while it may hold something; each asks first. */
export function ExecutionActions({ snapshot, cancelsBy, onChanged }: ExecutionActionsProps) {
  const { execution, record } = snapshot;
  const [asking, setAsking] = useState<'stop' | 'redrive' | 'cancel'>();
  const group = useRef<HTMLFieldSetElement>(null);
  useKeptFocus(group);
  const { executionArn, status, redriveStatus } = execution;
  const place = standingPlace(snapshot);

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
          snapshot={snapshot}
          orderId={record.orderId}
          stateMachineArn={cancelsBy}
          place={place}
          onClose={() => setAsking(undefined)}
        />
      )}
      {asking === 'redrive' && (
        <ConfirmDialog
          title="Redrive this execution?"
          action="Redrive"
          onConfirm={() => stepFunctions.redriveExecution(executionArn).then(onChanged)}
          onClose={() => setAsking(undefined)}
        >
          <p>
            It goes on{' '}
            {place === undefined ? (
              'where it ended'
            ) : (
              <>
                at <Foreign text={place} most={80} />
              </>
            )}
            , with the same input as before and its retries anew. What was done before stays done and is not repeated.
          </p>
        </ConfirmDialog>
      )}
      {asking === 'stop' && (
        <StopDialog executionArn={executionArn} onStopped={onChanged} onClose={() => setAsking(undefined)} />
      )}
    </fieldset>
  );
}

interface StopDialogProps {
  readonly executionArn: string;
  readonly onStopped: () => void;
  readonly onClose: () => void;
}

function StopDialog({ executionArn, onStopped, onClose }: StopDialogProps) {
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
      <p>
        It ends where it is, and <strong>nothing is undone</strong>: what is charged stays charged, a parcel that is
        booked stays booked, and the customer is told nothing. A redrive goes on from there. To end the order with
        nothing held, cancel it instead.
      </p>
      <label>
        Reason, kept in the history
        <input value={reason} maxLength={1000} onChange={(event) => setReason(event.target.value)} />
      </label>
    </ConfirmDialog>
  );
}
