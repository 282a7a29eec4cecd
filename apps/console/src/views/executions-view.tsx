import { useRef } from 'react';
import type { ExecutionStatus } from '../api/execution.ts';
import { Refusal } from '../api/refusal.ts';
import type { ExecutionsPage } from '../executions/execution-row.ts';
import { ExecutionsTable } from '../executions/executions-table.tsx';
import { Pages } from '../executions/pages.tsx';
import { readExecutionsPage } from '../executions/read-executions-page.ts';
import { StatusFilter } from '../executions/status-filter.tsx';
import { sameOrNew, useLive } from '../live/use-live.ts';
import type { Machines } from '../machines/machines.ts';
import { Banner } from '../parts/banner.tsx';
import { ViewTitle } from '../parts/view-title.tsx';
import { formatRoute } from '../route/route.ts';

interface ExecutionsViewProps {
  readonly route: { readonly of?: 'cancellations'; readonly status?: ExecutionStatus; readonly page?: string };
  readonly machines: Machines;
}

/** All executions of orders, or all that cancel them, newest first, and what became of their orders. */
export function ExecutionsView({ route: { of, status, page }, machines }: ExecutionsViewProps) {
  const { stateMachineArn } = machines[of ?? 'orders'] ?? machines.orders;
  const { data, failure } = useLive(
    `${status} ${page}`,
    async (before: ExecutionsPage | undefined, signal) =>
      sameOrNew(
        before,
        await readExecutionsPage(
          {
            stateMachineArn,
            ...(status ? { statusFilter: status } : {}),
            ...(page ? { nextToken: page } : {}),
          },
          signal,
        ),
      ),
    ({ executions }) => executions.some(({ status }) => status === 'RUNNING'),
    isStale,
  );
  // While another page of the same list comes, this one stays, and the link that was followed with it.
  const before = useRef<{ readonly status: ExecutionStatus | undefined; readonly data: ExecutionsPage }>(undefined);
  if (data) before.current = { status, data };
  const shown = data ?? (failure || before.current?.status !== status ? undefined : before.current?.data);
  const stale = failure !== undefined && isStale(failure.error);

  return (
    <>
      <div className="view-head">
        <ViewTitle title={of === undefined ? 'Executions' : 'Cancellations'} />
        <StatusFilter of={of} current={status} />
        <a className="button" href={formatRoute({ view: 'history' })}>
          Open a saved history
        </a>
        {of === undefined && (
          <a className="button primary" href={formatRoute({ view: 'start' })}>
            Start an order
          </a>
        )}
      </div>
      {shown && <ExecutionsTable of={of} executions={shown.executions} filtered={status !== undefined} busy={!data} />}
      {!shown && stale && (
        <p className="card nothing" role="alert">
          The address of this page of the list is no longer good: such an address lasts a day, and belongs to the list
          that it came from.
        </p>
      )}
      {!shown && !stale && <p className="muted">Asking for the executions …</p>}
      <Pages of={of} status={status} page={page} next={shown?.nextToken} />
      {failure && !stale && <Banner failure={failure} />}
    </>
  );
}

/** Whether a page's token is not taken any more. Asked again, it would not be either. */
function isStale(error: unknown): boolean {
  return error instanceof Refusal && error.type === 'InvalidToken';
}
