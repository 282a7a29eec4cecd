import { CancellationLink } from '../cancel/cancellation-link.tsx';
import { type CancelledBy, cancelledBy } from '../cancel/cancelled-by.ts';
import { readCause } from '../history/read-cause.ts';
import { Foreign } from '../parts/foreign.tsx';
import type { ExecutionSnapshot } from './execution-snapshot.ts';
import { standingPlace } from './execution-snapshot.ts';

/** Where and why an execution ended without success. */
export function WhyEnded({ snapshot: { execution, trace } }: { readonly snapshot: ExecutionSnapshot }) {
  const { status, error, cause, redriveStatus, redriveStatusReason } = execution;
  if (status === 'RUNNING' || status === 'SUCCEEDED' || status === 'PENDING_REDRIVE') return null;
  const place = standingPlace({ trace });
  const stopped = cancelledBy(execution);
  if (stopped) return <StoppedByCancellation place={place} by={stopped} />;
  const sentence = cause ? readCause(cause) : '';
  return (
    <div className={`why-ended ${status === 'ABORTED' ? 'idle' : 'bad'}`}>
      <p>
        {status === 'ABORTED' ? 'Stopped' : 'Ended'}
        {place !== undefined && (
          <>
            {' at '}
            <Foreign text={place} most={80} />
          </>
        )}
        {error ? (
          <>
            :{' '}
            <code>
              <Foreign text={error} most={80} />
            </code>
          </>
        ) : null}
      </p>
      {sentence !== '' && (
        <p>
          <Foreign text={sentence} most={2000} lines />
        </p>
      )}
      <p>
        {redriveStatus === 'REDRIVABLE'
          ? 'A person must act now. When the cause is gone, redrive it: it goes on from there.'
          : redriveStatusReason}
      </p>
    </div>
  );
}

function StoppedByCancellation({ place, by }: { readonly place: string | undefined; readonly by: CancelledBy }) {
  return (
    <div className="why-ended idle">
      <p>
        Stopped
        {place !== undefined && (
          <>
            {' at '}
            <Foreign text={place} most={80} />
          </>
        )}
        {' by its cancellation'}
        {by.name === undefined ? '' : ', '}
        <CancellationLink {...by} />
      </p>
      <p>What was done for the order is undone by that. There is nothing to do here.</p>
    </div>
  );
}
