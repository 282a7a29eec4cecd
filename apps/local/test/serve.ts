import type { SFNClient } from '@aws-sdk/client-sfn';
import { onTestFinished } from 'vitest';
import { sfnClient } from './api-world.ts';
import { startOrder } from './run-command.ts';

export type Server = Awaited<ReturnType<typeof serve>>;

/** Starts a server in a data folder, on a port of its own; it is ended with the test. */
export async function serve(folder: string, ...args: string[]) {
  const server = startOrder(['serve', '--port', '0', '--json', ...args], folder);
  onTestFinished(() => void server.kill('SIGKILL'));
  await server.wrote('stateMachineArn');
  const told = JSON.parse(server.written().match(/^\{.*\}$/m)?.[0] ?? 'null');
  const client = sfnClient(told.endpoint);
  onTestFinished(() => client.destroy());
  return { ...server, ...told, client } as typeof server & {
    client: SFNClient;
    stateMachineArn: string;
    endpoint: string;
  };
}
