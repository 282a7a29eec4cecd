import { useMemo } from 'react';
import type { ExecutionSnapshot } from '../execution/execution-snapshot.ts';
import { sameOrNew, useLive } from '../live/use-live.ts';
import { type FaultInjection, localMachine } from './local-machine.ts';
import { type StruckBy, struckBy } from './struck-by.ts';

const none: readonly FaultInjection[] = [];

/** Which attempts of an execution were struck by faults that are switched on here. */
export function useStrikes(executionArn: string, snapshot: ExecutionSnapshot | undefined, offered: boolean): StruckBy {
  const running = snapshot?.execution.status === 'RUNNING';
  const { data = none } = useLive(
    `strikes ${executionArn} ${running} ${offered}`,
    async (before: readonly FaultInjection[] | undefined, signal) =>
      offered ? sameOrNew(before, (await localMachine.strikes(executionArn, signal)).strikes) : none,
    () => running,
  );
  const visits = snapshot?.visits.visits;
  return useMemo(() => struckBy(visits ?? [], data), [visits, data]);
}
