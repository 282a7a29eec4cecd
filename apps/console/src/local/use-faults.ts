import { type Live, sameOrNew, useLive } from '../live/use-live.ts';
import { type Faults, localMachine } from './local-machine.ts';

const none: Faults = { on: [], known: [] };

/** The faults that are switched on, for every view. None where the server has no such thing. */
export function useFaults(offered: boolean): Live<Faults> {
  return useLive(
    `faults ${offered}`,
    async (before: Faults | undefined, signal) =>
      offered ? sameOrNew(before, await localMachine.faults(signal)) : none,
    ({ on }) => on.some(({ left }) => left !== 0),
  );
}
