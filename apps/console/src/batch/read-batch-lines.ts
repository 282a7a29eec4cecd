import * as z from 'zod/mini';
import { type BatchLine, type BatchStanding, batchServer } from './batch-server.ts';

/** A batch, and the first of its lines that were refused: known once all are answered. */
export interface ReadBatch {
  readonly standing: BatchStanding;
  readonly refused: readonly BatchLine[];
}

const inputSchema = z.looseObject({ batchId: z.string() });

/** The id of the batch that an execution places; undefined where its input names none. */
export function batchIdOf(input: string | null | undefined): string | undefined {
  try {
    return inputSchema.parse(JSON.parse(input ?? '')).batchId;
  } catch {
    return undefined;
  }
}

/** So many are shown; all are in the file of results. */
const mostShown = 100;

/** How a batch stands, and what was refused of it. */
export async function readBatchLines(batchId: string, signal: AbortSignal): Promise<ReadBatch> {
  const standing = await batchServer.standing(batchId, signal);
  if (standing.result === undefined || countRefused(standing) === 0) return { standing, refused: [] };
  const lines = await batchServer.result(standing.result, signal);
  return { standing, refused: lines.filter(({ status }) => isRefused(status)).slice(0, mostShown) };
}

/** How many lines placed nothing and found nothing placed. */
export function countRefused({ statuses }: Pick<BatchStanding, 'statuses'>): number {
  return Object.entries(statuses).reduce((sum, [status, count]) => (isRefused(Number(status)) ? sum + count : sum), 0);
}

const isRefused = (status: number) => status >= 400;
