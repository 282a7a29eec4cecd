import type { ApiAnswer } from '../http/api-answer.ts';
import type { ApiRequest } from '../http/api-request.ts';
import { idempotencyKey, keyExpected } from '../http/idempotency-key.ts';
import { problemAnswer } from '../http/problem.ts';
import type { Unpack } from '../http/read-lines-body.ts';
import { readLinesBody } from '../http/read-lines-body.ts';
import type { AcceptedBatch, AnsweredLines, Batches } from '../ports/batches.ts';
import type { ExecutionsToStart } from '../ports/executions-to-start.ts';
import { batchParts } from './batch-parts.ts';
import { batchPath, describeBatch } from './batch-standing.ts';
import { inTurn } from './in-turn.ts';
import { batchLimits, readBatch } from './read-batch.ts';
import { sha256 } from './request-hashes.ts';

export interface BatchPorts {
  readonly batches: Batches;
  readonly executions: ExecutionsToStart<'batches'>;
  /** Milliseconds since the epoch. */
  readonly clock: { now(): number };
}

/** Parts that are written, or read, at once. */
const partsAtOnce = 16;

/**
 * `POST /batches`. Every line is read before anything is kept, so that what holds a card number is kept nowhere; then the batch is
 * remembered by its key, its parts are kept, and an execution of a name of their own is started. Each of these steps may be repeated,
 * so a request that was cut off is sent again as it is.
 *
 * @throws ApiUnavailable
 */
export async function postBatch(
  request: ApiRequest,
  ports: BatchPorts & { readonly unpack: Unpack },
): Promise<ApiAnswer> {
  const key = idempotencyKey(request);
  if (key === undefined) return problemAnswer('key-missing', keyExpected);
  const body = readLinesBody(request, ports.unpack, batchLimits);
  if (body.kind === 'problem') return body.answer;
  const [batchId, bodyHash] = [sha256(`batch ${key}`), sha256(body.bytes)];
  const before = await ports.batches.read(batchId);
  if (before && before.bodyHash !== bodyHash) return keyReused();
  if (before && (await ports.executions.describe('batches', before.execution)).status !== 'UNKNOWN')
    return accepted(before, await ports.batches.progress(batchId), ports);
  const lines = readBatch(body.bytes);
  if (!lines)
    return problemAnswer('too-large', `The batch has more than ${batchLimits.lines} orders: send several batches`);
  if (lines.length === 0) {
    const violations = [{ field: 'batch', problem: `given no order, expected 1 to ${batchLimits.lines}, one a line` }];
    return problemAnswer('request-invalid', 'There is nothing in it', { violations });
  }
  const parts = batchParts(lines);
  const acceptedAt = new Date(ports.clock.now()).toISOString();
  const execution = `api-batch-${sha256(`${batchId}.${bodyHash}.${acceptedAt}`)}`;
  const asked = { batchId, bodyHash, execution, lines: lines.length, parts: parts.length, acceptedAt };
  const batch = before ?? (await keep(asked, ports.batches));
  if (batch.bodyHash !== bodyHash) return keyReused();
  await inTurn(parts, partsAtOnce, (part, index) => ports.batches.keepPart(batch, index + 1, part));
  await ports.executions.start('batches', batch.execution, { batchId, parts: batch.parts });
  return accepted(batch, { parts: 0, answered: {} }, ports);
}

/** The batch that has the id now: another request with this key may have come in between. */
async function keep(batch: AcceptedBatch, batches: Batches): Promise<AcceptedBatch> {
  if (await batches.keep(batch)) return batch;
  return (await batches.read(batch.batchId)) ?? batch;
}

function keyReused(): ApiAnswer {
  return problemAnswer('key-reused', 'This key was used for another batch. Send the same again, or another key.');
}

function accepted(
  batch: AcceptedBatch,
  done: { readonly parts: number; readonly answered: AnsweredLines },
  { clock }: BatchPorts,
): ApiAnswer {
  const standing = describeBatch(batch, done, 'RUNNING', clock.now());
  return {
    status: 202,
    headers: { location: batchPath(batch.batchId), 'retry-after': String(standing.askAgainSeconds ?? 1) },
    body: standing,
  };
}
