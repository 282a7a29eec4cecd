import type { MapRunReport } from '../host/map-run-report.ts';
import { ApiError } from './api-error.ts';
import type { Operation } from './operation.ts';
import { pageOf } from './page-of.ts';

const describeMapRun: Operation = (fields, world) => {
  const mapRunArn = fields.text('mapRunArn', { most: 2000 });
  const run = world.mapRuns.get(mapRunArn);
  if (!run) throw new ApiError('ResourceNotFound', `Map Run does not exist: '${mapRunArn}'`);
  const counts = countsOf(run);
  return {
    ...{ mapRunArn, executionArn: run.executionArn, status: run.status, startDate: new Date(run.startedAt) },
    ...(run.stoppedAt !== undefined && { stopDate: new Date(run.stoppedAt) }),
    maxConcurrency: run.maxConcurrency,
    toleratedFailureCount: run.toleratedFailureCount,
    toleratedFailurePercentage: run.toleratedFailurePercentage,
    itemCounts: { ...counts, total: run.items },
    executionCounts: { ...counts, total: run.executions },
    redriveCount: 0,
  };
};

function countsOf({ executions, succeeded, failed, running, aborted, status }: MapRunReport): object {
  const pending = status === 'RUNNING' ? executions - succeeded - failed - running - aborted : 0;
  const none = { timedOut: 0, failuresNotRedrivable: 0, pendingRedrive: 0 };
  return { ...{ pending, running, succeeded, failed, aborted, resultsWritten: 0 }, ...none };
}

const listMapRuns: Operation = (fields, world) => {
  const executionArn = fields.text('executionArn', { most: 256 });
  const { machine } = world.execution(executionArn);
  const runs = [...world.mapRuns.values()].filter((run) => run.executionArn === executionArn);
  const { page, next } = pageOf(fields, runs, `map runs of ${executionArn}`);
  const mapRuns = page.map(({ mapRunArn, startedAt, stoppedAt }) => ({
    ...{ executionArn, mapRunArn, stateMachineArn: machine.arn, startDate: new Date(startedAt) },
    ...(stoppedAt !== undefined && { stopDate: new Date(stoppedAt) }),
  }));
  return { mapRuns, ...next };
};

/** Operations on Map Runs. */
export const mapRunOperations = { DescribeMapRun: describeMapRun, ListMapRuns: listMapRuns } as const;
