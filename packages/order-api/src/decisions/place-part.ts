import { canonicalJson } from '@order-workflow/order-domain';
import type { AnsweredLines, Batches, PartLine } from '../ports/batches.ts';
import { type PlacingPorts, placeReadOrder } from './answer-post.ts';
import { type BatchLine, batchLine } from './batch-line.ts';
import { inTurn } from './in-turn.ts';
import { readPostedOrder } from './read-posted-order.ts';
import { requestHashes, sha256 } from './request-hashes.ts';

/** Lines of a part that are placed at once. */
const atOnce = 8;

export interface PartPorts extends PlacingPorts {
  readonly batches: Pick<Batches, 'readPart' | 'answerPart'>;
}

/**
 * Places the lines of a part, each as `POST /orders` places an order, under a key of batch and content: whatever is done again starts
 * nothing more, and a line that stands twice in a batch is one order. Gives how many were answered by which status.
 *
 * @throws ApiUnavailable; it may be called again as often as needed
 * @throws RangeError when there is no such part
 */
export async function placePart(batchId: string, part: number, ports: PartPorts): Promise<AnsweredLines> {
  const lines = await ports.batches.readPart(batchId, part);
  if (!lines) throw new RangeError(`part ${part} of a batch is not there: it was accepted more than 14 days ago`);
  if (!lines.some(isWaiting)) return countStatuses(lines.filter(isAnswered));
  const answers = await inTurn(lines, atOnce, (line) => answerLine(batchId, line, ports));
  await ports.batches.answerPart(batchId, part, answers);
  return countStatuses(answers);
}

async function answerLine(batchId: string, line: PartLine, ports: PartPorts): Promise<BatchLine> {
  if (isAnswered(line)) return line;
  const { order: value, line: number } = line;
  const posted = readPostedOrder(value);
  if (posted.kind === 'violations') throw new TypeError('a line that is no order was kept as one');
  const hashes = requestHashes(`batch ${batchId} ${sha256(canonicalJson(value))}`, value);
  return batchLine(number, await placeReadOrder({ value, order: posted.order, hashes }, ports));
}

/** How many lines were answered by which status. */
export function countStatuses(lines: readonly BatchLine[]): AnsweredLines {
  const counts = Map.groupBy(lines, ({ status }) => String(status));
  return Object.fromEntries([...counts].map(([status, same]) => [status, same.length]));
}

const isAnswered = (line: PartLine): line is BatchLine => 'status' in line;
const isWaiting = (line: PartLine) => !isAnswered(line);
