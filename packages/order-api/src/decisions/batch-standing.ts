import * as z from 'zod/mini';
import type { AcceptedBatch, AnsweredLines } from '../ports/batches.ts';
import type { ExecutionStanding } from '../ports/executions-to-start.ts';
import { askAgainSeconds } from './describe-standing.ts';

const count = z.int().check(z.minimum(0));

/** How a batch stands, as the API tells it. */
export const batchStandingSchema = z.object({
  batchId: z.string(),
  /**
   * `not-begun`: the request that sent it was cut off, and is to be sent again. `needs-a-person`: it failed, and goes on when somebody
   * redrives it. `ended`: every line is answered; the orders themselves may go on.
   */
  progress: z.enum(['not-begun', 'working', 'needs-a-person', 'ended']),
  /** How many orders were sent. */
  lines: count,
  /** How many of them are answered. */
  answered: count,
  /** How many by which status. */
  statuses: z.record(z.string(), count),
  /** ISO 8601, in UTC. */
  acceptedAt: z.string(),
  /** Where the file of results is; missing until every line is answered. */
  result: z.optional(z.string()),
  /** In how many seconds it is worth asking again; missing where nothing more happens by itself. */
  askAgainSeconds: z.optional(z.int().check(z.minimum(1))),
});

type BatchStanding = z.infer<typeof batchStandingSchema>;

/** Where a batch stands. */
export const batchPath = (batchId: string) => `/batches/${batchId}`;

/** How a batch stands of which so much is answered, and whose execution stands so. */
export function describeBatch(
  { batchId, lines, parts, acceptedAt }: AcceptedBatch,
  done: { readonly parts: number; readonly answered: AnsweredLines },
  execution: ExecutionStanding['status'],
  nowMs: number,
): BatchStanding {
  const answered = Object.values(done.answered).reduce((sum, one) => sum + one, 0);
  const progress = done.parts >= parts ? 'ended' : progressOf(execution);
  return {
    ...{ batchId, progress, lines, answered, statuses: { ...done.answered }, acceptedAt },
    ...(progress === 'ended' && { result: `${batchPath(batchId)}/result` }),
    ...(progress === 'working' && { askAgainSeconds: askAgainSeconds(Date.parse(acceptedAt), nowMs) }),
  };
}

function progressOf(execution: ExecutionStanding['status']): BatchStanding['progress'] {
  if (execution === 'UNKNOWN') return 'not-begun';
  return execution === 'FAILED' || execution === 'TIMED_OUT' || execution === 'ABORTED' ? 'needs-a-person' : 'working';
}
