import * as z from 'zod/mini';
import { executionStatuses } from '../../orders/execution-report.ts';
import { ApiError } from '../api-error.ts';
import { arnField, defineOperation, maxResultsField } from '../operation.ts';
import { readPage } from '../page.ts';
import { stateMachineOf } from '../resolve-arn.ts';

const request = z.strictObject({
  stateMachineArn: z.optional(arnField),
  statusFilter: z.optional(z.enum([...executionStatuses, 'PENDING_REDRIVE'])),
  maxResults: maxResultsField,
  nextToken: z.optional(z.string().check(z.minLength(1), z.maxLength(3096))),
  mapRunArn: z.optional(z.string().check(z.minLength(1), z.maxLength(2000))),
  redriveFilter: z.optional(z.enum(['REDRIVEN', 'NOT_REDRIVEN'])),
});

/** The latest first. */
export const listExecutions = defineOperation('ListExecutions', request, (asked, served) => {
  const { statusFilter: status, redriveFilter } = asked;
  if (asked.mapRunArn !== undefined)
    throw new ApiError('ValidationException', 'mapRunArn: this state machine has no map runs, give stateMachineArn');
  if (asked.stateMachineArn === undefined)
    throw new ApiError('ValidationException', 'stateMachineArn: missing, expected the ARN of the state machine');
  if (status === 'PENDING_REDRIVE')
    throw new ApiError('ValidationException', 'statusFilter: PENDING_REDRIVE is for map runs only');
  const { arn: stateMachineArn } = stateMachineOf(served, asked.stateMachineArn);
  const filter = {
    stateMachineArn,
    ...(status !== undefined && { status }),
    ...(redriveFilter !== undefined && { redriven: redriveFilter === 'REDRIVEN' }),
  };
  const { entries, ...next } = readPage(
    { operation: 'ListExecutions', ...filter },
    asked,
    served.clock.now(),
    (limit, before) => served.workflow.journal.page({ ...filter, limit, ...(before !== undefined && { before }) }),
    ({ position }) => position,
  );
  const executions = entries.map(({ executionArn, name, startedAt, end, redriveCount, redrivenAt }) => ({
    executionArn,
    stateMachineArn,
    name,
    status: end?.status ?? 'RUNNING',
    startDate: new Date(startedAt),
    ...(end && { stopDate: new Date(end.stoppedAt) }),
    redriveCount,
    ...(redrivenAt !== undefined && { redriveDate: new Date(redrivenAt) }),
  }));
  return { executions, ...next };
});
