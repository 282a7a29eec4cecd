import { useRef, useState } from 'react';
import { stepFunctions } from '../api/step-functions.ts';
import { ConfirmDialog } from '../parts/confirm-dialog.tsx';
import { Foreign } from '../parts/foreign.tsx';
import { useKeptFocus } from '../parts/use-kept-focus.ts';
import type { ExecutionSnapshot } from './execution-snapshot.ts';

interface ExecutionActionsProps {
  readonly snapshot: ExecutionSnapshot;
  readonly onChanged: () => void;
}

/** Stop while it runs, redrive when it can be; each asks first. */
export function ExecutionActions({ snapshot: { execution, trace }, onChanged }: ExecutionActionsProps) {
  const [asking, setAsking] = useState<'stop' | 'redrive'>();
  const group = useRef<HTMLFieldSetElement>(null);
  useKeptFocus(group);
  const { executionArn, status, redriveStatus } = execution;
  const place = [...trace.states].find(([, state]) => state.status === 'failed' || state.status === 'stopped')?.[0];

  return (
    <fieldset ref={group} className="actions" aria-label="Actions" tabIndex={-1}>
      {status === 'RUNNING' && (
        <button type="button" onClick={() => setAsking('stop')}>
          Stop …
        </button>
      )}
      {redriveStatus === 'REDRIVABLE' && (
        <button type="button" className="primary" onClick={() => setAsking('redrive')}>
          Redrive …
        </button>
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
        booked stays booked, and the customer is told nothing. A redrive goes on from there.
      </p>
      <label>
        Reason, kept in the history
        <input value={reason} maxLength={1000} onChange={(event) => setReason(event.target.value)} />
      </label>
    </ConfirmDialog>
  );
}
