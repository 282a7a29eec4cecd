import { CancellationFact, WorkerFact } from '../cancel/cancellation-facts.tsx';
import { cancelledBy } from '../cancel/cancelled-by.ts';
import { mayBeCancelled } from '../cancel/may-be-cancelled.ts';
import { useCancellation } from '../cancel/use-cancellation.ts';
import { useNow } from '../live/use-now.ts';
import type { BesideOrders, Machines } from '../machines/machines.ts';
import { Foreign } from '../parts/foreign.tsx';
import { Moment } from '../parts/moment.tsx';
import { RecordMarks } from '../parts/record-marks.tsx';
import { StatusBadge } from '../parts/status-badge.tsx';
import { ViewTitle } from '../parts/view-title.tsx';
import { formatDuration } from '../show/format-duration.ts';
import { executionLooks, stoppedByItsCancellation } from '../show/tone.ts';
import { ToolsRow } from '../tools/tools-row.tsx';
import { ExecutionActions } from './execution-actions.tsx';
import type { ExecutionSnapshot } from './execution-snapshot.ts';
import { SkipWaitButton } from './skip-wait-button.tsx';
import { WhyEnded } from './why-ended.tsx';

interface ExecutionHeadProps {
  readonly snapshot: ExecutionSnapshot;
  /** What it works on, where that is not an order. */
  readonly of: BesideOrders | undefined;
  readonly machines: Machines;
  /** Whether the server can skip what it waits for. */
  readonly skips: boolean;
  /** Called when the execution was stopped, redriven or let go on. */
  readonly onChanged: () => void;
}

export function ExecutionHead({ snapshot, of, machines, skips, onChanged }: ExecutionHeadProps) {
  const { execution, record } = snapshot;
  const { name, status, startDate, stopDate, redriveCount } = execution;
  const now = useNow(status === 'RUNNING');
  const cancelsBy = of === undefined ? machines.cancellations?.stateMachineArn : undefined;
  const { cancellation, known } = useCancellation(cancelsBy, snapshot);
  const kind = of === 'cancellations' ? 'Cancellation of order' : 'Order';
  const title = of === 'batches' ? 'Batch' : record.orderId === undefined ? name : `${kind} ${record.orderId}`;
  const look = cancelledBy(execution) ? stoppedByItsCancellation : executionLooks[status];
  return (
    <div className="execution-head">
      <div className="view-head">
        <ViewTitle title={title}>
          {of !== 'batches' && record.orderId !== undefined && (
            <>
              {kind} <Foreign text={record.orderId} most={80} blank="without an id" />
            </>
          )}
        </ViewTitle>
        <StatusBadge look={look} />
        <RecordMarks record={record} />
        {skips && <SkipWaitButton snapshot={snapshot} onSkipped={onChanged} />}
        <ExecutionActions
          {...{ snapshot, of }}
          cancelsBy={known && mayBeCancelled(snapshot, cancellation) ? cancelsBy : undefined}
          onChanged={onChanged}
        />
      </div>
      <ToolsRow snapshot={snapshot} isOrder={of === undefined} />
      <dl className="facts">
        <div>
          <dt>Execution</dt>
          <dd>
            <Foreign text={name} />
          </dd>
        </div>
        <div>
          <dt>Started</dt>
          <dd>
            <Moment at={startDate} />
          </dd>
        </div>
        <div>
          <dt>Ended</dt>
          <dd>{stopDate ? <Moment at={stopDate} /> : '–'}</dd>
        </div>
        <div>
          <dt>Duration</dt>
          <dd className="number">{formatDuration(elapsedTime(snapshot, now))}</dd>
        </div>
        {cancellation && <CancellationFact cancellation={cancellation} />}
        {of === 'cancellations' && record.worker !== undefined && <WorkerFact name={record.worker} />}
        {redriveCount ? (
          <div>
            <dt>Redriven</dt>
            <dd>{redriveCount === 1 ? 'once' : `${redriveCount} times`}</dd>
          </div>
        ) : null}
      </dl>
      <WhyEnded snapshot={snapshot} />
    </div>
  );
}

/**
 * Milliseconds from an execution's start to its end, or to `now` (epoch milliseconds) while it runs. The server's clock may
 * be ahead of this one, so the newest event counts when it is later.
 */
function elapsedTime({ execution, events }: ExecutionSnapshot, now: number): number {
  const end = execution.stopDate ?? Math.max(now, events.at(-1)?.at ?? now);
  return end - execution.startDate;
}
