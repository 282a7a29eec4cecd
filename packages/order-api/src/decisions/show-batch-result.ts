import type { ApiAnswer } from '../http/api-answer.ts';
import type { ApiRequest } from '../http/api-request.ts';
import { problemAnswer } from '../http/problem.ts';
import type { Batches } from '../ports/batches.ts';
import { inTurn } from './in-turn.ts';
import { findBatch, unknownBatch } from './show-batch.ts';

/** Parts that are read at once. */
const partsAtOnce = 16;

/**
 * `GET /batches/{id}/result`: the file of results, a line of JSON for each order that was sent, in their sequence.
 *
 * @throws ApiUnavailable
 */
export async function showBatchResult(
  { path }: ApiRequest,
  { batches }: { readonly batches: Pick<Batches, 'read' | 'readPart'> },
): Promise<ApiAnswer> {
  const batch = await findBatch(path['id'], batches);
  if (!batch) return unknownBatch();
  const parts = Array.from({ length: batch.parts }, (_, index) => index + 1);
  const read = await inTurn(parts, partsAtOnce, async (part) => (await batches.readPart(batch.batchId, part)) ?? []);
  const lines = read.flat();
  if (lines.length < batch.lines || lines.some((line) => !('status' in line)))
    return problemAnswer('batch-under-way', 'Not every line is answered yet: ask how the batch stands');
  return { status: 200, body: lines.map((line) => `${JSON.stringify(line)}\n`).join('') };
}
