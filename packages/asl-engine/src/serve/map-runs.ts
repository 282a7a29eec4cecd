import type { ChildExecution } from '../execution/child-executions.ts';
import type { MapRunReport } from '../host/map-run-report.ts';
import { ApiError } from './api-error.ts';
import { readArn } from './names.ts';
import type { Operation } from './operation.ts';
import { pageOf } from './page-of.ts';
import type { RequestFields } from './request-fields.ts';
import type { KnownMapRun, World } from './world.ts';

function mapRunOf(fields: RequestFields, world: World): KnownMapRun & { readonly mapRunArn: string } {
  const mapRunArn = fields.text('mapRunArn', { most: 2000 });
  readArn(mapRunArn, 'mapRun');
  const run = world.mapRuns.get(mapRunArn);
  if (run) return { ...run, mapRunArn };
  throw new ApiError('ResourceNotFound', `Resource not found: '${mapRunArn}'`);
}

const describeMapRun: Operation = (fields, world) => {
  const { mapRunArn, report, redrivenAt } = mapRunOf(fields, world);
  return {
    ...{ mapRunArn, executionArn: report.executionArn, status: report.status, startDate: new Date(report.startedAt) },
    ...(report.stoppedAt !== undefined && { stopDate: new Date(report.stoppedAt) }),
    maxConcurrency: report.maxConcurrency,
    toleratedFailureCount: report.toleratedFailureCount,
    toleratedFailurePercentage: report.toleratedFailurePercentage,
    itemCounts: itemCounts(report, world.children.of(mapRunArn)),
    executionCounts: { ...executionCounts(report), total: report.executions },
    redriveCount: report.redriveCount,
    ...(redrivenAt !== undefined && { redriveDate: new Date(redrivenAt) }),
  };
};

const none = { timedOut: 0, failuresNotRedrivable: 0, pendingRedrive: 0 };

function executionCounts({
  executions,
  succeeded,
  failed,
  running,
  aborted,
  status,
  resultsWritten,
}: MapRunReport): object {
  const pending = status === 'RUNNING' ? executions - succeeded - failed - running - aborted : 0;
  return { ...{ pending, running, succeeded, failed, aborted, resultsWritten }, ...none };
}

// A child execution of a batch counts as its items.
function itemCounts({ items, status, resultsWritten }: MapRunReport, children: readonly ChildExecution[]): object {
  const count = (wanted: string) =>
    children
      .filter(({ end }) => (end?.status ?? 'RUNNING') === wanted)
      .reduce((sum, { facts }) => sum + facts.itemCount, 0);
  const [running, succeeded, failed, aborted] = ['RUNNING', 'SUCCEEDED', 'FAILED', 'ABORTED'].map(count) as [
    number,
    number,
    number,
    number,
  ];
  const pending = status === 'RUNNING' ? items - running - succeeded - failed - aborted : 0;
  return { ...{ pending, running, succeeded, failed, aborted, resultsWritten }, ...none, total: items };
}

const listMapRuns: Operation = (fields, world) => {
  const executionArn = fields.text('executionArn', { most: 256 });
  const { machine } = world.execution(executionArn);
  const runs = [...world.mapRuns.values()].filter(({ report }) => report.executionArn === executionArn);
  const { page, next } = pageOf(fields, runs, { name: 'map runs', keyOf: ({ report }) => report.mapRunArn });
  const mapRuns = page.map(({ report: { mapRunArn, startedAt, stoppedAt } }) => ({
    ...{
      executionArn,
      mapRunArn,
      stateMachineArn: `${machine.arn}/${labelOfRun(mapRunArn)}`,
      startDate: new Date(startedAt),
    },
    ...(stoppedAt !== undefined && { stopDate: new Date(stoppedAt) }),
  }));
  return { mapRuns, ...next };
};

// `…:mapRun:<machine>/<label>:<id>`.
function labelOfRun(mapRunArn: string): string {
  return /\/([^/:]+):[^:]+$/.exec(mapRunArn)?.[1] ?? '';
}

// API reference, "UpdateMapRun": of a run that is in progress.
const updateMapRun: Operation = (fields, world) => {
  const { report, change } = mapRunOf(fields, world);
  const maxConcurrency = fields.integer('maxConcurrency', 0, 2_147_483_647);
  const toleratedFailureCount = fields.integer('toleratedFailureCount', 0, 2_147_483_647);
  const toleratedFailurePercentage = fields.number('toleratedFailurePercentage', 0, 100);
  if (report.status !== 'RUNNING')
    throw new ApiError('ValidationException', `Map Run is ${report.status} and cannot be updated`);
  change({
    ...(maxConcurrency !== undefined && { maxConcurrency }),
    ...(toleratedFailureCount !== undefined && { toleratedFailureCount }),
    ...(toleratedFailurePercentage !== undefined && { toleratedFailurePercentage }),
  });
  return {};
};

/** Operations on Map Runs. */
export const mapRunOperations = {
  DescribeMapRun: describeMapRun,
  ListMapRuns: listMapRuns,
  UpdateMapRun: updateMapRun,
} as const;
