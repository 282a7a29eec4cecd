import type { ExecutionStatus } from '../api/execution.ts';
import { ExecutionsTable } from '../executions/executions-table.tsx';
import { readExecutionsPage } from '../executions/read-executions-page.ts';
import { StatusFilter } from '../executions/status-filter.tsx';
import { sameOrNew } from '../live/same-or-new.ts';
import { useLive } from '../live/use-live.ts';
import { Banner } from '../parts/banner.tsx';
import { ViewTitle } from '../parts/view-title.tsx';
import { formatRoute } from '../route/route.ts';

interface ExecutionsViewProps {
  readonly route: { readonly status?: ExecutionStatus; readonly page?: string };
  readonly machineArn: string;
}

/** All executions, newest first, and what became of their orders. */
export function ExecutionsView({ route: { status, page }, machineArn }: ExecutionsViewProps) {
  const { data, failure } = useLive(
    `${status} ${page}`,
    async (before: Awaited<ReturnType<typeof readExecutionsPage>> | undefined, signal) =>
      sameOrNew(
        before,
        await readExecutionsPage(
          {
            stateMachineArn: machineArn,
            ...(status ? { statusFilter: status } : {}),
            ...(page ? { nextToken: page } : {}),
          },
          signal,
        ),
      ),
    ({ executions }) => executions.some(({ status }) => status === 'RUNNING'),
  );
  const filter = status ? { status } : {};

  return (
    <>
      <div className="view-head">
        <ViewTitle title="Executions" />
        <StatusFilter current={status} />
        <a className="button primary" href={formatRoute({ view: 'start' })}>
          Start an order
        </a>
      </div>
      {data ? (
        <ExecutionsTable executions={data.executions} filtered={status !== undefined} />
      ) : (
        <p className="muted">Asking for the executions …</p>
      )}
      {(page || data?.nextToken) && (
        <nav className="pages" aria-label="Pages">
          {page && <a href={formatRoute({ view: 'executions', ...filter })}>Newest</a>}
          {data?.nextToken && (
            <a href={formatRoute({ view: 'executions', ...filter, page: data.nextToken })}>Older executions</a>
          )}
        </nav>
      )}
      {failure && <Banner failure={failure} />}
    </>
  );
}
