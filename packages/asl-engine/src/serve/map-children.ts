import type { ChildExecution } from '../execution/child-executions.ts';
import { ApiError } from './api-error.ts';
import { pageOf } from './page-of.ts';
import type { RequestFields } from './request-fields.ts';
import type { World } from './world.ts';

const included = { included: true };

function statusOf({ end }: ChildExecution): string {
  return end?.status ?? 'RUNNING';
}

function summary(child: ChildExecution): object {
  const { facts, end, redriveCount, redrivenAt } = child;
  return {
    ...{ executionArn: facts.executionArn, stateMachineArn: facts.stateMachineArn, name: facts.name },
    ...{ status: statusOf(child), startDate: new Date(facts.startedAt) },
    ...(end && { stopDate: new Date(end.stoppedAt) }),
    ...{ mapRunArn: facts.mapRunArn, redriveCount },
    ...(redrivenAt !== undefined && { redriveDate: new Date(redrivenAt) }),
  };
}

/** DescribeExecution of a child execution of a Map Run. */
export function describedChild(child: ChildExecution): object {
  const { end, facts } = child;
  const failed = end !== undefined && end.status !== 'SUCCEEDED';
  return {
    ...summary(child),
    ...{ input: JSON.stringify(facts.input), inputDetails: included },
    ...(end?.output !== undefined && { output: JSON.stringify(end.output), outputDetails: included }),
    ...(end?.error !== undefined && { error: end.error }),
    ...(end?.cause !== undefined && { cause: end.cause }),
    redriveStatus: failed ? 'REDRIVABLE_BY_MAP_RUN' : 'NOT_REDRIVABLE',
    ...(!failed && { redriveStatusReason: `Execution is ${statusOf(child)} and cannot be redriven` }),
  };
}

/** ListExecutions of a Map Run: its children, the latest first. Throws ApiError. */
export function listChildren(fields: RequestFields, world: World, mapRunArn: string): object {
  if (!world.mapRuns.has(mapRunArn)) throw new ApiError('ResourceNotFound', `Resource not found: '${mapRunArn}'`);
  const status = fields.maybeText('statusFilter');
  const redriven = fields.maybeText('redriveFilter');
  const { page, next } = pageOf(fields, world.children.of(mapRunArn).reverse(), {
    ...{ name: 'children', longestToken: 3096 },
    keyOf: ({ facts }) => facts.executionArn,
    shows: (child) =>
      (status === undefined || statusOf(child) === status) &&
      (redriven === undefined || (redriven === 'REDRIVEN') === child.redriveCount > 0),
  });
  const executions = page.map((child) => ({ ...summary(child), itemCount: child.facts.itemCount }));
  return { executions, ...next };
}

/** The ARN of the execution that a child's Map Run belongs to. */
export function parentOf({ facts }: ChildExecution, world: World): string {
  return world.mapRuns.get(facts.mapRunArn)?.report.executionArn ?? '';
}

/** The label of the Map state that a child belongs to. */
export function labelOf({ facts }: ChildExecution): string {
  return facts.stateMachineName.slice(facts.stateMachineName.indexOf('/') + 1);
}
