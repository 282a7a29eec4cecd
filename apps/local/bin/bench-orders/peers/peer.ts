import type { PlaceOrder } from '../place-orders.ts';
import type { World } from './start-world.ts';

/** What else orders go through in the same run, to be compared with. */
export interface Peer {
  readonly name: string;
  /** Packages of npm that it needs, each at the version that is measured. */
  readonly packages: Readonly<Record<string, string>>;
  /** What it has on the disk when, as it ships. */
  readonly durability: string;
  /** Why it cannot be measured here, beside what npm brings; undefined when it can. */
  missing(): string | undefined;
  start(place: PeerPlace): Promise<RunningPeer>;
}

export interface PeerPlace {
  /** Folder around its own, which others must be let into as well. */
  readonly root: string;
  /** Folder of its own, empty. */
  readonly folder: string;
  /** Folder whose `node_modules` has its packages. */
  readonly packages: string;
  readonly world: World;
}

export interface RunningPeer {
  /** Places an order and waits until it is fulfilled. */
  readonly place: PlaceOrder;
  /** Its processes, whose children count as they do. */
  readonly processes: readonly number[];
  /** What it keeps of executions, in bytes. */
  storedBytes(): Promise<number>;
  end(): Promise<void>;
}
