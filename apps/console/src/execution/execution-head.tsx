import { useNow } from '../live/use-now.ts';
import { Foreign } from '../parts/foreign.tsx';
import { Moment } from '../parts/moment.tsx';
import { RecordMarks } from '../parts/record-marks.tsx';
import { StatusBadge } from '../parts/status-badge.tsx';
import { ViewTitle } from '../parts/view-title.tsx';
import { formatDuration } from '../show/format-duration.ts';
import { executionLooks } from '../show/tone.ts';
import { elapsedTime } from './elapsed-time.ts';
import { ExecutionActions } from './execution-actions.tsx';
import type { ExecutionSnapshot } from './execution-snapshot.ts';
import { WhyEnded } from './why-ended.tsx';

interface ExecutionHeadProps {
  readonly snapshot: ExecutionSnapshot;
  /** Called when the execution was stopped or redriven. */
  readonly onChanged: () => void;
}

export function ExecutionHead({ snapshot, onChanged }: ExecutionHeadProps) {
  const { execution, record } = snapshot;
  const { name, status, startDate, stopDate, redriveCount } = execution;
  const now = useNow(status === 'RUNNING');
  const title = record.orderId === undefined ? name : `Order ${record.orderId}`;
  return (
    <div className="execution-head">
      <div className="view-head">
        <ViewTitle title={title}>
          {record.orderId !== undefined && (
            <>
              Order <Foreign text={record.orderId} most={80} blank="without an id" />
            </>
          )}
        </ViewTitle>
        <StatusBadge look={executionLooks[status]} />
        <RecordMarks record={record} />
        <ExecutionActions snapshot={snapshot} onChanged={onChanged} />
      </div>
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
