import { once } from 'node:events';
import { createServer } from 'node:net';

/** An address on this machine that refuses connections: a port that was free a moment ago. */
export async function refusedAddress(): Promise<string> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`;
}
