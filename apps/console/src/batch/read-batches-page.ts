import type { ExecutionListItem } from '../api/execution.ts';
import { stepFunctions } from '../api/step-functions.ts';
import { type BatchStanding, batchServer } from './batch-server.ts';
import { batchIdOf } from './read-batch-lines.ts';

/** An execution that places a batch; of one that the server does not know any more, no more is told. */
export interface BatchRow extends ExecutionListItem {
  readonly standing?: BatchStanding;
}

export interface BatchesPage {
  readonly batches: readonly BatchRow[];
  readonly nextToken?: string;
}

interface PageQuery {
  readonly stateMachineArn: string;
  readonly statusFilter?: string;
  readonly nextToken?: string;
}

const pageSize = 25;

/** Of batches whose lines were all answered nothing changes any more. */
const ended = new Map<string, BatchStanding>();

/** One page of batches, newest first, and how they stand. */
export async function readBatchesPage(query: PageQuery, signal: AbortSignal): Promise<BatchesPage> {
  const { executions, nextToken } = await stepFunctions.listExecutions({ ...query, maxResults: pageSize }, signal);
  const batches = await Promise.all(
    executions.map(async (execution): Promise<BatchRow> => {
      const standing = await standingOf(execution.executionArn, signal);
      return { ...execution, ...(standing && { standing }) };
    }),
  );
  return { batches, ...(nextToken ? { nextToken } : {}) };
}

async function standingOf(executionArn: string, signal: AbortSignal): Promise<BatchStanding | undefined> {
  const known = ended.get(executionArn);
  if (known) return known;
  const { input } = await stepFunctions.describeExecution(executionArn, signal);
  const batchId = batchIdOf(input);
  if (batchId === undefined) return undefined;
  const standing = await batchServer.standing(batchId, signal).catch(() => undefined);
  if (standing?.progress === 'ended') ended.set(executionArn, standing);
  return standing;
}
