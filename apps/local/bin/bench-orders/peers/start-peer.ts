import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RunningSystem } from '../measure-orders.ts';
import { bytesUnder } from './bytes-under.ts';
import type { Peer } from './peer.ts';
import { startWorld } from './start-world.ts';

/** Starts a peer, and gateway, carrier and topic for it, in a folder of its own. `packages` is where its packages are installed. */
export async function startPeer(peer: Peer, packages: string): Promise<RunningSystem> {
  const root = mkdtempSync(join(tmpdir(), 'bench-orders-'));
  const [folder, worldFolder] = [join(root, 'peer'), join(root, 'world')];
  for (const made of [folder, worldFolder]) mkdirSync(made);
  const world = await startWorld(worldFolder);
  const running = await peer.start({ root, folder, packages, world });
  return {
    place: running.place,
    processes: [world.id, ...running.processes],
    async finish() {
      const journal = await running.storedBytes();
      await running.end();
      await world.end();
      return { all: journal + bytesUnder(worldFolder), journal };
    },
    async clear() {
      await running.end();
      await world.end();
      rmSync(root, { recursive: true });
    },
  };
}
