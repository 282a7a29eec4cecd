import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import dynalite from 'dynalite';
import type { DynamoService } from '../src/order-store/adapters/call-dynamo.ts';

/** DynamoDB's protocol on loopback. */
export interface Emulator {
  readonly service: DynamoService;
  stop(): Promise<void>;
}

export const testCredentials = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'x' } as const;

/** Starts dynalite in this process, on a port that the system chooses. */
export async function startDynalite(): Promise<Emulator> {
  const server = dynalite({ createTableMs: 0 });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    service: { url: new URL(`http://127.0.0.1:${port}`), region: 'us-east-1', credentials: () => testCredentials },
    async stop() {
      server.closeAllConnections();
      await new Promise((stopped) => server.close(stopped));
    },
  };
}
