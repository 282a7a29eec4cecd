import { CancellationLink } from '../cancel/cancellation-link.tsx';
import { useNow } from '../live/use-now.ts';
import { DataTable } from '../parts/data-table.tsx';
import { Foreign } from '../parts/foreign.tsx';
import { Moment } from '../parts/moment.tsx';
import { RecordMarks } from '../parts/record-marks.tsx';
import { StatusBadge } from '../parts/status-badge.tsx';
import { formatRoute } from '../route/route.ts';
import { formatDuration } from '../show/format-duration.ts';
import { executionLooks, stoppedByItsCancellation } from '../show/tone.ts';
import type { ExecutionRow } from './execution-row.ts';

interface ExecutionsTableProps {
  readonly of: 'cancellations' | undefined;
  readonly executions: readonly ExecutionRow[];
  readonly filtered: boolean;
  /** Another page is on its way. */
  readonly busy: boolean;
}

export function ExecutionsTable({ of, executions, filtered, busy }: ExecutionsTableProps) {
  const now = useNow(executions.some(({ status }) => status === 'RUNNING'));
  if (executions.length === 0) return <Nothing of={of} filtered={filtered} />;
  return (
    <DataTable
      className="card executions"
      busy={busy}
      caption={`${of === undefined ? 'Executions' : 'Cancellations'}, newest first`}
      columns={['Order', 'Status', 'Outcome', 'Started', 'Duration']}
    >
      {executions.map((execution) => (
        <ExecutionsTableRow key={execution.executionArn} of={of} execution={execution} now={now} />
      ))}
    </DataTable>
  );
}

interface ExecutionsTableRowProps extends Pick<ExecutionsTableProps, 'of'> {
  readonly execution: ExecutionRow;
  readonly now: number;
}

function ExecutionsTableRow({ of, execution, now }: ExecutionsTableRowProps) {
  const { name, orderId, status, error, cancelledBy, startDate, stopDate, redriveCount } = execution;
  // The server's clock may be ahead of this one: then how long it has run is not known.
  const end = stopDate ?? now;
  return (
    <tr>
      <th scope="row">
        <a href={formatRoute({ view: 'execution', ...(of && { of }), name })}>
          <Foreign text={orderId ?? name} most={80} blank="blank order id" />
        </a>
        {orderId !== undefined && name !== `${of === undefined ? 'order' : 'cancel'}-${orderId}` && (
          <span className="muted execution-name">
            <Foreign text={name} most={40} />
          </span>
        )}
      </th>
      <td>
        <StatusBadge look={cancelledBy ? stoppedByItsCancellation : executionLooks[status]} />
        {redriveCount ? <span className="muted"> redriven{redriveCount > 1 ? ` ×${redriveCount}` : ''}</span> : null}
      </td>
      <td>
        <RecordMarks record={execution} />
        {cancelledBy && <CancellationLink {...cancelledBy} />}
        {error !== undefined && (
          <code className="error-name">
            <Foreign text={error} most={80} />
          </code>
        )}
      </td>
      <td className="started">
        <Moment at={startDate} />
      </td>
      <td className="number">{end < startDate ? '–' : formatDuration(end - startDate)}</td>
    </tr>
  );
}

function Nothing({ of, filtered }: Pick<ExecutionsTableProps, 'of' | 'filtered'>) {
  if (of !== undefined)
    return (
      <p className="card nothing">{filtered ? 'No cancellation has this status.' : 'No order was cancelled yet.'}</p>
    );
  return (
    <div className="card nothing">
      <p>{filtered ? 'No execution has this status.' : 'No order was placed yet.'}</p>
      <p>
        {filtered ? (
          <a href={formatRoute({ view: 'executions' })}>Show all executions</a>
        ) : (
          <a href={formatRoute({ view: 'start' })}>Start the sample order</a>
        )}
      </p>
    </div>
  );
}
