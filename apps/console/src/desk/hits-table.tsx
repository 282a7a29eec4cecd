import { cancelledBy } from '../cancel/cancelled-by.ts';
import { useNow } from '../live/use-now.ts';
import { DataTable } from '../parts/data-table.tsx';
import { Foreign } from '../parts/foreign.tsx';
import { Moment } from '../parts/moment.tsx';
import { OutcomeMark } from '../parts/outcome-mark.tsx';
import { StatusBadge } from '../parts/status-badge.tsx';
import { formatRoute } from '../route/route.ts';
import { formatDuration } from '../show/format-duration.ts';
import { executionLooks, stoppedByItsCancellation } from '../show/tone.ts';
import type { DeskEntry } from './desk-entry.ts';

interface HitsTableProps {
  readonly caption: string;
  readonly hits: readonly DeskEntry[];
  readonly busy: boolean;
}

/** Executions that were found, each with its order. */
export function HitsTable({ caption, hits, busy }: HitsTableProps) {
  const now = useNow(hits.some(({ status }) => status === 'RUNNING'));
  return (
    <DataTable
      className="card executions hits"
      busy={busy}
      caption={caption}
      columns={['Order', 'Status', 'Where and why', 'Started', 'Total']}
    >
      {hits.map((entry) => (
        <tr key={entry.executionArn}>
          <th scope="row">
            <EntryLink entry={entry} />
            <span className="muted execution-name">
              <a href={formatRoute(executionRoute(entry))}>
                <Foreign text={entry.name} most={40} />
              </a>
              {entry.customer !== undefined && (
                <>
                  {' · '}
                  <Foreign text={entry.customer} most={60} />
                </>
              )}
            </span>
          </th>
          <td>
            <StatusBadge look={cancelledBy(entry) ? stoppedByItsCancellation : executionLooks[entry.status]} />
            {entry.redriveCount > 0 && <span className="muted"> redriven ×{entry.redriveCount}</span>}
          </td>
          <td>
            <WhereAndWhy entry={entry} />
          </td>
          <td className="started">
            <Moment at={entry.startedAt} />
            <span className="muted"> {formatDuration(Math.max(0, (entry.stoppedAt ?? now) - entry.startedAt))}</span>
          </td>
          <td className="number">{totalText(entry)}</td>
        </tr>
      ))}
    </DataTable>
  );
}

/** Leads to the order; where it has no id, to its execution. */
export function EntryLink({ entry }: { readonly entry: DeskEntry }) {
  const { orderId, name } = entry;
  const to = orderId === undefined ? executionRoute(entry) : ({ view: 'order', orderId } as const);
  return (
    <a href={formatRoute(to)}>
      <Foreign text={orderId ?? name} most={80} blank="blank order id" />
    </a>
  );
}

/** The outcome, or the state at which it stands and the sentence of the cause. */
export function WhereAndWhy({ entry }: { readonly entry: DeskEntry }) {
  const { status, outcome, state, error, cause, notTold } = entry;
  return (
    <>
      {outcome !== undefined && <OutcomeMark outcome={outcome} />}
      {notTold && <span className="outcome warn"> customer not told</span>}
      {status !== 'SUCCEEDED' && state !== undefined && <Foreign text={state} most={80} />}
      {error !== undefined && !cancelledBy(entry) && (
        <>
          {': '}
          <code className="error-name">
            <Foreign text={error} most={80} />
          </code>
          {cause !== undefined && (
            <span className="muted cause">
              {' '}
              <Foreign text={cause} most={160} />
            </span>
          )}
        </>
      )}
    </>
  );
}

export function executionRoute({ of, name }: Pick<DeskEntry, 'of' | 'name'>) {
  return { view: 'execution', ...(of === 'cancellations' && { of }), name } as const;
}

/** As the server writes amounts: the money words of an entry end with them. */
function totalText({ total }: DeskEntry): string {
  if (!total) return '–';
  const { amount, currency } = total;
  const digits =
    new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;
  return `${(amount / 10 ** digits).toFixed(digits)} ${currency}`;
}
