import { mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { arch, platform } from 'node:os';
import { join } from 'node:path';
import { jsonClient } from '../json-client.ts';
import { startProcess } from '../start-process.ts';
import { bytesUnder } from './bytes-under.ts';
import { freePort } from './free-port.ts';
import { ensureFulfilled, orderUnder } from './fulfilled.ts';
import type { Peer, PeerPlace, RunningPeer } from './peer.ts';
import { startScript } from './start-script.ts';

export const restatePeer: Peer = {
  name: 'Restate',
  packages: { '@restatedev/restate-server': '1.7.12', '@restatedev/restate-sdk': '1.17.2' },
  durability:
    'as it ships: the log is synced to the disk at each commit (bifrost.local.rocksdb-disable-wal-fsync = false)',
  missing: () =>
    ['linux', 'darwin'].includes(platform())
      ? undefined
      : `its server is built for Linux and macOS, not for ${platform()}`,
  start,
};

async function start({ folder, packages, world }: PeerPlace): Promise<RunningPeer> {
  const data = join(folder, 'data');
  mkdirSync(data);
  const [ingress, admin, node, service] = [await freePort(), await freePort(), await freePort(), await freePort()];
  const given = ['--base-dir', data, '--log-disable-ansi-codes', 'true', '--listen-mode', 'tcp'];
  const settings = {
    RESTATE_DISABLE_TELEMETRY: 'true',
    RESTATE_INGRESS__BIND_ADDRESS: `127.0.0.1:${ingress}`,
    RESTATE_ADMIN__BIND_ADDRESS: `127.0.0.1:${admin}`,
    RESTATE_BIND_ADDRESS: `127.0.0.1:${node}`,
    RESTATE_ADVERTISED_ADDRESS: `http://127.0.0.1:${node}`,
  };
  const server = await startProcess(serverOf(packages), given, /started|Admin API/, {
    env: { ...process.env, ...settings },
  });
  const handlers = await startScript('restate-service.ts', [
    packages,
    JSON.stringify(world.addresses),
    String(service),
  ]);
  const client = jsonClient();
  await register(client, admin, service);
  const before = bytesUnder(data);
  return {
    processes: [server.id, handlers.id],
    async place(orderId) {
      const url = `http://127.0.0.1:${ingress}/orders/${orderId}/run`;
      ensureFulfilled(orderId, await client.call({ method: 'POST', url, body: orderUnder(orderId) }));
    },
    storedBytes: async () => bytesUnder(data) - before,
    async end() {
      client.close();
      await handlers.end();
      await server.end();
    },
  };
}

function serverOf(packages: string): string {
  const ours = createRequire(join(packages, 'package.json'));
  return ours.resolve(`@restatedev/restate-server-${platform()}-${arch()}/bin/restate-server`);
}

/** Tells the server where the handlers are. */
async function register(client: ReturnType<typeof jsonClient>, admin: number, service: number): Promise<void> {
  const url = `http://127.0.0.1:${admin}/deployments`;
  const body = { uri: `http://127.0.0.1:${service}` };
  const { status, text } = await client.call({ method: 'POST', url, body });
  if (status !== 201) throw new Error(`Restate did not take its handlers: ${status} ${text}`);
}
