import type { IncomingMessage } from 'node:http';

/** What came of reading a body: all of it, or why there is not all of it. */
export type ReadBody = Buffer | 'too-long' | 'broken-off';

/** Reads the body of a request, at most so many bytes of it. */
export function readBody(request: IncomingMessage, mostBytes: number): Promise<ReadBody> {
  if (Number(request.headers['content-length'] ?? 0) > mostBytes) return Promise.resolve('too-long');
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let bytes = 0;
    request
      .on('data', (chunk: Buffer) => {
        bytes += chunk.length;
        if (bytes > mostBytes) resolve('too-long');
        else chunks.push(chunk);
      })
      .on('end', () => resolve(Buffer.concat(chunks)))
      .on('error', () => resolve('broken-off'))
      .on('close', () => resolve('broken-off'));
  });
}
