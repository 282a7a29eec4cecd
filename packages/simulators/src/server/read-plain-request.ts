import type { AdmittedRequest } from '../listener/http-listener.ts';
import type { Answer, PlainRequest } from './operation.ts';

/**
 * Reads a request, or says how it is turned away. A body must be declared as JSON, which a page of another origin may not
 * send without being asked.
 */
export function readPlainRequest({ method = '', url = '', headers, rawBody }: AdmittedRequest): PlainRequest | Answer {
  const path = segments(url);
  if (path === undefined) return refuse(400, 'bad-path');
  const key = headers['idempotency-key'];
  const limit = headers['not-after'];
  const notAfter = limit === undefined ? undefined : Date.parse(String(limit));
  const plain = { method, path, idempotencyKey: Array.isArray(key) ? key[0] : key, notAfter };
  if (rawBody.length === 0) return { ...plain, body: undefined };
  if (!/^application\/json\b/i.test(headers['content-type'] ?? '')) return refuse(415, 'body-not-json');
  try {
    return { ...plain, body: JSON.parse(rawBody.toString('utf8')) };
  } catch {
    return refuse(400, 'body-not-json');
  }
}

function refuse(status: number, error: string): Answer {
  return { status, body: { error } };
}

function segments(url: string): string[] | undefined {
  try {
    return url.slice(1).split('/').map(decodeURIComponent);
  } catch {
    return undefined;
  }
}
