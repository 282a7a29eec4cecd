import type { IncomingMessage } from 'node:http';
import type { Answer, PlainRequest } from './operation.ts';

const mostBytes = 64 * 1024;

/**
 * Reads a request as far as it may be one for this machine's own use, or says how it is turned away. A page in a browser
 * can reach loopback too: so the Host must be ours, and a body must be declared as JSON, which a page of another origin
 * may not send without being asked.
 */
export async function readPlainRequest(
  request: IncomingMessage,
  hosts: ReadonlySet<string>,
): Promise<PlainRequest | Answer> {
  const { method = '', url = '', headers } = request;
  if (!hosts.has(headers.host ?? '')) return refuse(421, 'not-this-host');
  const path = segments(url);
  if (path === undefined) return refuse(400, 'bad-path');
  const text = await read(request);
  if (text === undefined) return refuse(413, 'body-too-long');
  const key = headers['idempotency-key'];
  const plain = { method, path, idempotencyKey: Array.isArray(key) ? key[0] : key };
  if (text === '') return { ...plain, body: undefined };
  if (!/^application\/json\b/i.test(headers['content-type'] ?? '')) return refuse(415, 'body-not-json');
  try {
    return { ...plain, body: JSON.parse(text) };
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

async function read(request: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > mostBytes) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
