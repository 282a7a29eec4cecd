import type { SFNClient } from '@aws-sdk/client-sfn';
import { onTestFinished } from 'vitest';
import { sfnClient } from './api-world.ts';
import { startOrder } from './run-command.ts';

export type Server = Awaited<ReturnType<typeof serve>>;

/** Starts a server in a data folder, on a port of its own; it is ended with the test. */
export async function serve(folder: string, ...args: string[]) {
  const { server, end } = await startServer(folder, ...args);
  onTestFinished(end);
  return server;
}

/** As `serve`, for tests that share a server, as long as each has an order of its own. */
export async function startServer(folder: string, ...args: string[]) {
  const process = startOrder(['serve', '--port', '0', '--json', ...args], folder);
  const end = () => process.kill('SIGKILL');
  try {
    await process.wrote('stateMachineArn');
  } catch (problem) {
    end();
    throw problem;
  }
  const told = JSON.parse(process.written().match(/^\{.*\}$/m)?.[0] ?? 'null');
  const client = sfnClient(told.endpoint);
  const server = { ...process, ...told, client } as typeof process & {
    client: SFNClient;
    stateMachineArn: string;
    endpoint: string;
  };
  return {
    server,
    end() {
      client.destroy();
      end();
    },
  };
}
