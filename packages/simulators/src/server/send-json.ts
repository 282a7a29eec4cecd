import type { ServerResponse } from 'node:http';
import type { Answer } from './operation.ts';

export function sendJson(response: ServerResponse, { status, body }: Answer): void {
  const text = JSON.stringify(body);
  response.writeHead(status, {
    'content-type': 'application/json',
    'cache-control': 'no-store',
    // Without it the answer goes out in chunks, which takes both ends longer.
    'content-length': Buffer.byteLength(text),
  });
  response.end(text);
}
