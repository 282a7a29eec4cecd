import { useNow } from '../live/use-now.ts';
import { DataTable } from '../parts/data-table.tsx';
import { Foreign } from '../parts/foreign.tsx';
import { Moment } from '../parts/moment.tsx';
import { StatusBadge } from '../parts/status-badge.tsx';
import { formatRoute } from '../route/route.ts';
import { formatDuration } from '../show/format-duration.ts';
import { executionLooks } from '../show/tone.ts';
import { LineCounts } from './line-counts.tsx';
import type { BatchRow } from './read-batches-page.ts';

interface BatchesTableProps {
  readonly batches: readonly BatchRow[];
  readonly filtered: boolean;
}

export function BatchesTable({ batches, filtered }: BatchesTableProps) {
  const now = useNow(batches.some(({ status }) => status === 'RUNNING'));
  if (batches.length === 0)
    return <p className="card nothing">{filtered ? 'No batch has this status.' : 'No batch was sent yet.'}</p>;
  return (
    <DataTable
      className="card executions"
      caption="Batches, newest first"
      columns={['Batch', 'Status', 'Lines', 'Started', 'Duration']}
    >
      {batches.map(({ executionArn, name, status, standing, startDate, stopDate }) => (
        <tr key={executionArn}>
          <th scope="row">
            <a className="batch-name" href={formatRoute({ view: 'execution', of: 'batches', name })}>
              <Foreign text={standing?.batchId ?? name} />
            </a>
          </th>
          <td>
            <StatusBadge look={executionLooks[status]} />
          </td>
          <td>{standing && <LineCounts standing={standing} />}</td>
          <td className="started">
            <Moment at={startDate} />
          </td>
          <td className="number">{formatDuration(Math.max(0, (stopDate ?? now) - startDate))}</td>
        </tr>
      ))}
    </DataTable>
  );
}
