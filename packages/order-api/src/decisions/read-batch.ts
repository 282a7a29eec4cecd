import { canonicalJson } from '@order-workflow/order-domain';
import { findJsonProblem } from '@order-workflow/order-domain/json';
import { orderPath } from '../http/order-path.ts';
import { invalidOrder, problemAnswer } from '../http/problem.ts';
import { mostBodyBytes } from '../http/read-json-body.ts';
import type { PartLine } from '../ports/batches.ts';
import { type BatchLine, batchLine } from './batch-line.ts';
import { readPostedOrder } from './read-posted-order.ts';
import { sha256 } from './request-hashes.ts';

/** What one batch may hold. */
export const batchLimits = {
  /** As it is sent: Lambda takes 6 MB, in which a body is a third longer. */
  bytes: 4 * 1024 * 1024,
  unpackedBytes: 32 * 1024 * 1024,
  lines: 10_000,
  /** Violations that are told of a line; of an order that is posted alone there are more. */
  violations: 10,
} as const;

/** The lines of a text of JSON Lines, those that are empty left out; undefined where there are more than a batch may hold. */
export function readBatch(text: Uint8Array): readonly PartLine[] | undefined {
  const read: PartLine[] = [];
  const earlier = new Map<string, Earlier>();
  let from = 0;
  for (let line = 1; from <= text.length; line++) {
    const found = text.indexOf(newline, from);
    const to = found < 0 ? text.length : found;
    const bytes = text.subarray(from, to);
    from = to + 1;
    if (bytes.every(isBlank)) continue;
    if (read.length >= batchLimits.lines) return undefined;
    read.push(readLine(line, bytes, earlier));
  }
  return read;
}

/** What stands in an earlier line. */
interface Earlier {
  readonly line: number;
  readonly hash: string;
}

const newline = 0x0a;
const isBlank = (byte: number) => byte === 0x20 || byte === 0x09 || byte === 0x0d;

/** An order to place, or the answer to what is none: what holds a card number is kept nowhere. */
function readLine(line: number, bytes: Uint8Array, earlier: Map<string, Earlier>): PartLine {
  const refused = (...told: Parameters<typeof problemAnswer>): BatchLine => batchLine(line, problemAnswer(...told));
  if (bytes.length > mostBodyBytes)
    return refused('too-large', `Line ${line} has ${bytes.length} bytes, expected at most ${mostBodyBytes}`);
  const text = decode(bytes);
  if (text === undefined) return refused('not-json', `Line ${line} is not text in UTF-8`);
  const found = findJsonProblem(text);
  if (found) {
    const what = found.isJson ? 'cannot be read as it stands' : 'is not JSON';
    return refused('not-json', `Line ${line} ${what}: column ${found.offset + 1}: ${found.problem}`);
  }
  const order: unknown = JSON.parse(text);
  const posted = readPostedOrder(order);
  if (posted.kind === 'violations')
    return batchLine(line, invalidOrder(posted.violations.slice(0, batchLimits.violations)));
  const { orderId } = posted.order;
  const hash = sha256(canonicalJson(order));
  const before = earlier.get(orderId) ?? { line, hash };
  earlier.set(orderId, before);
  if (before.hash === hash) return { line, order };
  const detail = `Line ${before.line} has this orderId with other content: send one of them, or the later in another batch`;
  return refused('another-under-way', detail, { order: orderPath(orderId) });
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
