import { Refusal } from '../api/refusal.ts';
import { AttemptsCard } from '../desk/attempts-card.tsx';
import { BooksCard } from '../desk/books-card.tsx';
import { CustomerCard } from '../desk/customer-card.tsx';
import { type DeskOrder, deskServer } from '../desk/desk-server.ts';
import { MoneyCard } from '../desk/money-card.tsx';
import { OrderActions } from '../desk/order-actions.tsx';
import { TimelineCard } from '../desk/timeline-card.tsx';
import { ToldCard } from '../desk/told-card.tsx';
import { useDesk } from '../desk/use-desk.ts';
import type { Machines } from '../machines/machines.ts';
import { Banner } from '../parts/banner.tsx';
import { Foreign } from '../parts/foreign.tsx';
import { OutcomeMark } from '../parts/outcome-mark.tsx';
import { StatusBadge } from '../parts/status-badge.tsx';
import { ViewTitle } from '../parts/view-title.tsx';
import { formatRoute } from '../route/route.ts';
import { executionLooks } from '../show/tone.ts';

interface OrderViewProps {
  readonly orderId: string;
  readonly machines: Machines;
}

/** An order: who placed what, what became of money and parcel, what the customer was told, and what can be done. */
export function OrderView({ orderId, machines }: OrderViewProps) {
  const { data, failure, refresh } = useDesk(`order ${orderId}`, (signal) => deskServer.order(orderId, signal));
  const missing = failure?.error instanceof Refusal && failure.error.type === 'ExecutionDoesNotExist';
  return (
    <>
      <div className="view-head">
        <ViewTitle title={`Order ${orderId}`}>
          Order <Foreign text={orderId} most={80} />
        </ViewTitle>
        {data && <Standing order={data} />}
        {data && <OrderActions order={data} machines={machines} onChanged={refresh} />}
      </div>
      {missing && (
        <p>
          There is no order of this id.{' '}
          <a href={formatRoute({ view: 'search', query: { q: orderId } })}>Search for it</a>
        </p>
      )}
      {!data && !failure && <p className="muted">Asking for the order …</p>}
      {data && (
        <>
          <div className="order-cards">
            <MoneyCard order={data} />
            <CustomerCard order={data} />
            <ToldCard order={data} onChanged={refresh} />
            <TimelineCard order={data} />
          </div>
          <AttemptsCard order={data} />
          <BooksCard order={data} />
        </>
      )}
      {failure && !missing && <Banner failure={failure} />}
    </>
  );
}

function Standing({ order: { executions } }: { readonly order: DeskOrder }) {
  const latest = executions.findLast(({ outcome }) => outcome !== 'duplicate') ?? executions.at(-1);
  if (!latest) return null;
  return (
    <>
      <StatusBadge look={executionLooks[latest.status]} />
      {latest.outcome !== undefined && <OutcomeMark outcome={latest.outcome} />}
    </>
  );
}
