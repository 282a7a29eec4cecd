import { executionArn } from '../api/execution-arn.ts';
import { Refusal } from '../api/refusal.ts';
import { BatchCard } from '../batch/batch-card.tsx';
import { ExecutionBody } from '../execution/execution-body.tsx';
import { ExecutionHead } from '../execution/execution-head.tsx';
import type { ExecutionSnapshot } from '../execution/execution-snapshot.ts';
import { fetchExecution } from '../execution/fetch-execution.ts';
import { News } from '../execution/news.tsx';
import { useLive } from '../live/use-live.ts';
import { CustomerNotice } from '../local/customer-notice.tsx';
import { FunctionLogs } from '../local/function-logs.tsx';
import type { LocalOffers } from '../local/use-local-offers.ts';
import { useStrikes } from '../local/use-strikes.ts';
import type { BesideOrders, Machines } from '../machines/machines.ts';
import { Banner } from '../parts/banner.tsx';
import { ViewTitle } from '../parts/view-title.tsx';
import { formatRoute } from '../route/route.ts';
import { goTo } from '../route/use-route.ts';

interface ExecutionViewProps {
  readonly route: { readonly of?: BesideOrders; readonly name: string; readonly state?: string };
  readonly machines: Machines;
  readonly offers: LocalOffers;
}

/** One execution: its way through the definition, and what happened at each state. */
export function ExecutionView({ route: { of, name, state }, machines, offers }: ExecutionViewProps) {
  const arn = executionArn((machines[of ?? 'orders'] ?? machines.orders).stateMachineArn, name);
  const { data, failure, refresh } = useLive(
    arn,
    (before: ExecutionSnapshot | undefined, signal) => fetchExecution(arn, before, signal),
    ({ execution }) => execution.status === 'RUNNING',
  );
  const struck = useStrikes(arn, data, offers.faults && data !== undefined);
  if (data === undefined) return <NotYet of={of} name={name} failure={failure} />;

  const select = (chosen: string | undefined) =>
    goTo(
      { view: 'execution', ...(of && { of }), name, ...(chosen === undefined ? {} : { state: chosen }) },
      { replace: true },
    );
  const selected = data.trace.states.has(state ?? '') ? state : undefined;

  return (
    <>
      <ExecutionHead snapshot={data} of={of} machines={machines} skips={offers.faults} onChanged={refresh} />
      {of === 'batches' && <BatchCard execution={data.execution} />}
      <ExecutionBody snapshot={data} selected={selected} onSelect={select} struck={struck}>
        {offers.messages && data.record.notificationId !== undefined && (
          <CustomerNotice notificationId={data.record.notificationId} />
        )}
        {offers.logs && <FunctionLogs execution={data.execution} />}
      </ExecutionBody>
      <News snapshot={data} />
      {failure && <Banner failure={failure} />}
    </>
  );
}

interface NotYetProps {
  readonly of: BesideOrders | undefined;
  readonly name: string;
  readonly failure: ReturnType<typeof useLive>['failure'];
}

function NotYet({ of, name, failure }: NotYetProps) {
  const missing = failure?.error instanceof Refusal && failure.error.type === 'ExecutionDoesNotExist';
  return (
    <>
      <ViewTitle title={name} />
      {missing ? (
        <p>
          There is no execution of this name.{' '}
          <a href={formatRoute({ view: 'executions', ...(of && { of }) })}>Show all executions</a>
        </p>
      ) : (
        <p className="muted">Asking for the execution …</p>
      )}
      {failure && !missing && <Banner failure={failure} />}
    </>
  );
}
