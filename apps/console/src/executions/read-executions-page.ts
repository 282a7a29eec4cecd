import type { DescribedExecution, ExecutionListItem } from '../api/execution.ts';
import { stepFunctions } from '../api/step-functions.ts';
import { cancelledBy } from '../cancel/cancelled-by.ts';
import { type RecordFacts, readRecord } from '../order/read-record.ts';
import type { ExecutionRow, ExecutionsPage } from './execution-row.ts';

const pageSize = 25;

/** Enough for many pages; what an execution left is small. */
const mostRemembered = 1_000;

type Told = RecordFacts & Pick<ExecutionRow, 'error' | 'cancelledBy'>;

/** ListExecutions tells neither order nor outcome, so each execution is described once for every status that it has. */
const remembered = new Map<string, Promise<Told>>();

interface PageQuery {
  readonly stateMachineArn: string;
  readonly statusFilter?: string;
  readonly nextToken?: string;
}

/** One page of executions, newest first, with order and outcome. */
export async function readExecutionsPage(query: PageQuery, signal: AbortSignal): Promise<ExecutionsPage> {
  const { executions, nextToken } = await stepFunctions.listExecutions({ ...query, maxResults: pageSize }, signal);
  const rows = await Promise.all(executions.map(async (execution) => ({ ...execution, ...(await tell(execution)) })));
  return { executions: rows, ...(nextToken ? { nextToken } : {}) };
}

function tell({ executionArn, startDate, status, redriveCount }: ExecutionListItem): Promise<Told> {
  const key = [executionArn, startDate, status, redriveCount ?? 0].join(' ');
  const known = remembered.get(key);
  if (known) return known;
  const told = stepFunctions.describeExecution(executionArn).then(readTold);
  told.catch(() => remembered.delete(key));
  remembered.set(key, told);
  for (const oldest of remembered.keys()) {
    if (remembered.size <= mostRemembered) break;
    remembered.delete(oldest);
  }
  return told;
}

function readTold(execution: DescribedExecution): Told {
  const { input, output, error } = execution;
  const stopped = cancelledBy(execution);
  const ended = stopped ? { cancelledBy: stopped } : error ? { error } : {};
  return { ...readRecord(input ?? undefined, output ?? undefined), ...ended };
}
