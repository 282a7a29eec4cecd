import type { StageFacts } from '@order-workflow/stage-kit';
import type { Path } from './paths.ts';

/** What is asked of the table of orders. */
export interface StoreUse {
  /** Each writes the whole item: so many kilobytes, so many units. */
  readonly writes: number;
  /** Consistent ones, of items of up to four kilobytes. */
  readonly reads: number;
  /** Entries that its two indexes write or delete: each is one unit, of less than a kilobyte. */
  readonly indexWrites: number;
  /** Items that are there afterwards and were not before. */
  readonly kept: number;
}

/**
 * Without a fault. A write whose check fails is paid like any other. An item that is new is put into both indexes, and an end is
 * told the one by days, which holds the status.
 */
const uses = {
  claim: { writes: 1, reads: 0, indexWrites: 2, kept: 1 },
  claimOfAnothersOrder: { writes: 1, reads: 1, indexWrites: 0, kept: 0 },
  /** It reads whose the order is, ends it, and notes that the notice was sent. */
  close: { writes: 2, reads: 1, indexWrites: 1, kept: 0 },
  /** Its notice is parked, and nobody notes that it was sent. */
  closeUntold: { writes: 1, reads: 1, indexWrites: 1, kept: 0 },
  /** It reads whose the order is, claims the notice, and notes that it was sent. */
  announce: { writes: 2, reads: 1, indexWrites: 0, kept: 0 },
  announceUntold: { writes: 1, reads: 1, indexWrites: 0, kept: 0 },
  /** Its notice was sent before. */
  closeAnnounced: { writes: 1, reads: 1, indexWrites: 1, kept: 0 },
  closeOfAnothersOrder: { writes: 0, reads: 1, indexWrites: 0, kept: 0 },
} as const;

/** Whether a stage found on this way that the order is another execution's. */
export function turnedAway({ turns }: Path, { stateName, notOwned }: StageFacts): boolean {
  return notOwned !== undefined && turns.includes(`${notOwned.errorName} at ${stateName}`);
}

/** What an order asks of the table on its way: the first stage that has one claims, and the others close. */
export function storeUseOf(path: Path, stages: readonly StageFacts[]): StoreUse {
  const [first, ...others] = stages.filter(({ access }) => access.table !== undefined);
  const announcing = stages
    .flatMap(({ awaits }) => awaits?.announcedIn ?? [])
    .find((name) => path.states.includes(name));
  const untold = (stateName: string) => path.turns.includes(`failure at ${stateName}`);
  const announced = announcing !== undefined && !untold(announcing);
  const asked = [
    ...(announcing === undefined ? [] : [announced ? uses.announce : uses.announceUntold]),
    ...(first ? [turnedAway(path, first) ? uses.claimOfAnothersOrder : uses.claim] : []),
    ...others
      .filter(({ stateName }) => path.states.includes(stateName))
      .map((stage) => {
        if (turnedAway(path, stage)) return uses.closeOfAnothersOrder;
        if (announced) return uses.closeAnnounced;
        return untold(stage.stateName) ? uses.closeUntold : uses.close;
      }),
  ];
  return {
    writes: asked.reduce((sum, { writes }) => sum + writes, 0),
    reads: asked.reduce((sum, { reads }) => sum + reads, 0),
    indexWrites: asked.reduce((sum, { indexWrites }) => sum + indexWrites, 0),
    kept: asked.reduce((sum, { kept }) => sum + kept, 0),
  };
}
