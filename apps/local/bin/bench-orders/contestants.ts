import type { RunningSystem } from './measure-orders.ts';
import { dbosPeer } from './peers/dbos-peer.ts';
import { installPeer } from './peers/install-peer.ts';
import type { Peer } from './peers/peer.ts';
import { restatePeer } from './peers/restate-peer.ts';
import { startPeer } from './peers/start-peer.ts';
import { startOurs } from './start-ours.ts';

/** One of those that are measured in turn. */
export interface Contestant {
  readonly name: string;
  /** What it is, with its version. */
  readonly about: string;
  readonly durability: string;
  start(): Promise<RunningSystem>;
}

export function oursAt(name: string, checkout: string): Contestant {
  return {
    name,
    about: 'order serve of this repository',
    durability:
      'the journal is synced to the disk (fdatasync) before the world can see what follows from a checkpoint; what table and topic keep is committed, and not synced',
    start: () => startOurs(checkout),
  };
}

/** Those that can be measured here, installed; `leaveOut` hears of the others, and why. */
export function peersHere(leaveOut: (name: string, why: string) => void): readonly Contestant[] {
  return [restatePeer, dbosPeer].flatMap((peer) => {
    try {
      const missing = peer.missing();
      if (missing === undefined) return [contestantOf(peer, installPeer(peer))];
      leaveOut(peer.name, missing);
    } catch (problem) {
      // npm says on its first line what it was called with, and on the next what went wrong.
      const [first = '', second = first] = String(problem).split('\n');
      leaveOut(peer.name, `its packages cannot be installed: ${second}`);
    }
    return [];
  });
}

function contestantOf(peer: Peer, packages: string): Contestant {
  const { name, durability } = peer;
  const about = Object.entries(peer.packages).map(([of, version]) => `${of} ${version}`);
  return { name, about: about.join(', '), durability, start: () => startPeer(peer, packages) };
}
