import { DataTable } from '../parts/data-table.tsx';
import { Foreign } from '../parts/foreign.tsx';
import { Moment } from '../parts/moment.tsx';
import { StatusBadge } from '../parts/status-badge.tsx';
import { formatRoute } from '../route/route.ts';
import { executionLooks } from '../show/tone.ts';
import type { DeskOrder } from './desk-server.ts';
import { executionRoute, WhereAndWhy } from './hits-table.tsx';

/** The executions of an order: its attempts, duplicates and cancellations, the oldest first. */
export function AttemptsCard({ order: { executions } }: { readonly order: DeskOrder }) {
  return (
    <section className="card" aria-labelledby="attempts-title">
      <h2 id="attempts-title">Attempts and cancellations</h2>
      <div className="scroll-box">
        <DataTable
          className="attempts"
          columns={['Attempt', 'Status', 'Where and why', 'Money and parcel, by its record', 'Started']}
        >
          {executions.map((entry) => (
            <tr key={entry.executionArn}>
              <th scope="row">
                <a href={formatRoute(executionRoute(entry))}>
                  <Foreign text={entry.name} most={80} />
                </a>
                <span className="muted"> {attemptText(entry)}</span>
              </th>
              <td>
                <StatusBadge look={executionLooks[entry.status]} />
              </td>
              <td>
                <WhereAndWhy entry={entry} />
              </td>
              <td>
                {entry.money}, {entry.parcel}
              </td>
              <td>
                <Moment at={entry.startedAt} />
              </td>
            </tr>
          ))}
        </DataTable>
      </div>
    </section>
  );
}

function attemptText({ of, attempt }: DeskOrder['executions'][number]): string {
  if (of === 'cancellations') return 'cancellation';
  return attempt === undefined ? '' : `attempt ${attempt}`;
}
