import type { ApiAnswer } from './api-answer.ts';
import type { ApiRequest } from './api-request.ts';
import { problemAnswer } from './problem.ts';

export type LinesBody =
  | { readonly kind: 'lines'; readonly bytes: Uint8Array }
  | { readonly kind: 'problem'; readonly answer: ApiAnswer };

/** Unpacks what was packed by gzip: the bytes, or why not. It gives no more than `most` bytes, whatever they would unpack to. */
export type Unpack = (packed: Uint8Array, most: number) => Uint8Array | 'too-long' | 'broken';

const linesType = /^application\/(jsonl|x-ndjson|x-jsonlines)\s*(;|$)/i;

/** The bytes of JSON Lines that were sent, plainly or packed by gzip: their size first, then their type. */
export function readLinesBody(
  { headers, body }: ApiRequest,
  unpack: Unpack,
  limits: { readonly bytes: number; readonly unpackedBytes: number },
): LinesBody {
  const refused = (...told: Parameters<typeof problemAnswer>): LinesBody => ({
    kind: 'problem',
    answer: problemAnswer(...told),
  });
  if (body.length > limits.bytes)
    return refused('too-large', `The body has ${body.length} bytes, expected at most ${limits.bytes}: pack it by gzip`);
  if (!linesType.test(headers['content-type'] ?? ''))
    return refused('not-json-lines-by-type', 'Content-Type: expected application/jsonl or application/x-ndjson');
  const encoding = headers['content-encoding']?.trim().toLowerCase() ?? 'identity';
  if (encoding === 'identity') return { kind: 'lines', bytes: body };
  if (encoding !== 'gzip')
    return refused('not-json-lines-by-type', 'Content-Encoding: expected gzip, or none where the body is not packed');
  const bytes = unpack(body, limits.unpackedBytes);
  if (bytes === 'broken') return refused('not-json', 'The body is not what gzip packs');
  if (bytes === 'too-long')
    return refused('too-large', `The body unpacks to more than ${limits.unpackedBytes} bytes: send several batches`);
  return { kind: 'lines', bytes };
}
