import { once } from 'node:events';
import type { Server } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';

/** What is used of https://github.com/architect/dynalite, which brings no types: items are kept in memory. */
type Dynalite = (options: { readonly createTableMs: number }) => Server;

export const testCredentials = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'x' } as const;

/** DynamoDB's protocol on loopback. */
export interface DynamoEmulator {
  /** As `callDynamo` of stage-kit takes it. */
  readonly service: {
    readonly url: URL;
    readonly region: string;
    readonly credentials: () => typeof testCredentials;
  };
  stop(): Promise<void>;
}

/** Starts dynalite in this process, on a port that the system chooses. */
export async function startDynalite(): Promise<DynamoEmulator> {
  const dynalite: Dynalite = createRequire(import.meta.url)('dynalite');
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
