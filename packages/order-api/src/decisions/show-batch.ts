import type { ApiAnswer } from '../http/api-answer.ts';
import type { ApiRequest } from '../http/api-request.ts';
import { problemAnswer } from '../http/problem.ts';
import type { AcceptedBatch, Batches } from '../ports/batches.ts';
import { describeBatch } from './batch-standing.ts';
import type { BatchPorts } from './post-batch.ts';

/**
 * `GET /batches/{id}`.
 *
 * @throws ApiUnavailable
 */
export async function showBatch({ path }: ApiRequest, { batches, executions, clock }: BatchPorts): Promise<ApiAnswer> {
  const batch = await findBatch(path['id'], batches);
  if (!batch) return unknownBatch();
  // Asked for first: what ends in between is found ended.
  const execution = await executions.describe('batches', batch.execution);
  const done = await batches.progress(batch.batchId);
  const standing = describeBatch(batch, done, execution.status, clock.now());
  const { askAgainSeconds } = standing;
  return {
    status: 200,
    ...(askAgainSeconds !== undefined && { headers: { 'retry-after': String(askAgainSeconds) } }),
    body: standing,
  };
}

/** The batch of an id in a path; undefined where there is none. */
export async function findBatch(
  id: string | undefined,
  batches: Pick<Batches, 'read'>,
): Promise<AcceptedBatch | undefined> {
  return id !== undefined && /^[\w-]{43}$/.test(id) ? batches.read(id) : undefined;
}

/** 404. */
export function unknownBatch(): ApiAnswer {
  return problemAnswer('batch-unknown', 'Nobody has sent a batch of this id, or it was more than 14 days ago');
}
