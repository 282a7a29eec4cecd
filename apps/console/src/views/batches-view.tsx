import type { ExecutionStatus } from '../api/execution.ts';
import { BatchesTable } from '../batch/batches-table.tsx';
import { type BatchesPage, readBatchesPage } from '../batch/read-batches-page.ts';
import { Pages } from '../executions/pages.tsx';
import { StatusFilter } from '../executions/status-filter.tsx';
import { sameOrNew, useLive } from '../live/use-live.ts';
import type { Machine } from '../machines/machines.ts';
import { Banner } from '../parts/banner.tsx';
import { ViewTitle } from '../parts/view-title.tsx';

interface BatchesViewProps {
  readonly route: { readonly status?: ExecutionStatus; readonly page?: string };
  readonly machine: Machine;
}

/** The batches that were sent to the order API, newest first, and what became of their lines. */
export function BatchesView({ route: { status, page }, machine: { stateMachineArn } }: BatchesViewProps) {
  const { data, failure } = useLive(
    `batches ${status} ${page}`,
    async (before: BatchesPage | undefined, signal) =>
      sameOrNew(
        before,
        await readBatchesPage(
          {
            stateMachineArn,
            ...(status ? { statusFilter: status } : {}),
            ...(page ? { nextToken: page } : {}),
          },
          signal,
        ),
      ),
    ({ batches }) => batches.some(({ status }) => status === 'RUNNING'),
  );
  return (
    <>
      <div className="view-head">
        <ViewTitle title="Batches" />
        <StatusFilter of="batches" current={status} />
      </div>
      {data && <BatchesTable batches={data.batches} filtered={status !== undefined} />}
      {!data && !failure && <p className="muted">Asking for the batches …</p>}
      <Pages of="batches" status={status} page={page} next={data?.nextToken} />
      {failure && <Banner failure={failure} />}
    </>
  );
}
