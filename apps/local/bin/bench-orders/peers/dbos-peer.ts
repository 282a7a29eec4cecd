import { jsonClient } from '../json-client.ts';
import { freePort } from './free-port.ts';
import { ensureFulfilled, orderUnder } from './fulfilled.ts';
import type { Peer, PeerPlace, RunningPeer } from './peer.ts';
import { findPostgres, missingPostgres, startPostgres } from './postgres.ts';
import { startScript } from './start-script.ts';

export const dbosPeer: Peer = {
  name: 'DBOS',
  packages: { '@dbos-inc/dbos-sdk': '5.3.0' },
  durability: 'PostgreSQL as it ships: fsync = on, synchronous_commit = on',
  missing: () => (findPostgres() === undefined ? missingPostgres : undefined),
  start,
};

async function start({ root, folder, packages, world }: PeerPlace): Promise<RunningPeer> {
  const postgres = await startPostgres({ root, folder });
  const port = await freePort();
  const given = [packages, JSON.stringify(world.addresses), postgres.url('dbos'), String(port)];
  const service = await startScript('dbos-service.ts', given);
  const client = jsonClient();
  const before = postgres.bytes('dbos');
  return {
    processes: [postgres.id, service.id],
    async place(orderId) {
      const url = `http://127.0.0.1:${port}/orders`;
      ensureFulfilled(orderId, await client.call({ method: 'POST', url, body: orderUnder(orderId) }));
    },
    storedBytes: async () => postgres.bytes('dbos') - before,
    async end() {
      client.close();
      await service.end();
      await postgres.end();
    },
  };
}
