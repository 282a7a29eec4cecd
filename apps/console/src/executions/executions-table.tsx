import { useNow } from '../live/use-now.ts';
import { Moment } from '../parts/moment.tsx';
import { OutcomeMark } from '../parts/outcome-mark.tsx';
import { StatusBadge } from '../parts/status-badge.tsx';
import { formatRoute } from '../route/route.ts';
import { formatDuration } from '../show/format-duration.ts';
import { executionLooks } from '../show/tone.ts';
import type { ListedExecution } from './listed-execution.ts';

interface ExecutionsTableProps {
  readonly executions: readonly ListedExecution[];
  readonly filtered: boolean;
}

export function ExecutionsTable({ executions, filtered }: ExecutionsTableProps) {
  const now = useNow(executions.some(({ status }) => status === 'RUNNING'));
  if (executions.length === 0) return <Nothing filtered={filtered} />;
  return (
    <table className="card executions">
      <caption className="visually-hidden">Executions, newest first</caption>
      <thead>
        <tr>
          <th scope="col">Order</th>
          <th scope="col">Status</th>
          <th scope="col">Outcome</th>
          <th scope="col">Started</th>
          <th scope="col">Duration</th>
        </tr>
      </thead>
      <tbody>
        {executions.map((execution) => (
          <ExecutionRow key={execution.executionArn} execution={execution} now={now} />
        ))}
      </tbody>
    </table>
  );
}

function ExecutionRow({ execution, now }: { readonly execution: ListedExecution; readonly now: number }) {
  const { name, orderId, status, outcome, error, startDate, stopDate, redriveCount } = execution;
  // The server's clock may be ahead of this one: then how long it has run is not known.
  const end = stopDate ?? now;
  return (
    <tr>
      <th scope="row">
        <a href={formatRoute({ view: 'execution', name })}>{orderId ?? name}</a>
        {orderId !== undefined && name !== `order-${orderId}` && <span className="muted execution-name">{name}</span>}
      </th>
      <td>
        <StatusBadge look={executionLooks[status]} />
        {redriveCount ? <span className="muted"> redriven{redriveCount > 1 ? ` ×${redriveCount}` : ''}</span> : null}
      </td>
      <td>
        {outcome !== undefined && <OutcomeMark outcome={outcome} />}
        {error !== undefined && <code className="error-name">{error}</code>}
      </td>
      <td className="started">
        <Moment at={startDate} />
      </td>
      <td className="number">{end < startDate ? '–' : formatDuration(end - startDate)}</td>
    </tr>
  );
}

function Nothing({ filtered }: { readonly filtered: boolean }) {
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
