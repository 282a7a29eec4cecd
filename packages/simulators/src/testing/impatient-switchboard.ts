import type { FaultName } from '../faults/faults.ts';
import { createSwitchboard, type Switchboard } from '../faults/switchboard.ts';

const silent: ReadonlySet<FaultName> = new Set(['timeout-before', 'timeout-after-success', 'lands-late', 'slow-drip']);

/** Lets a client's limits pass as soon as its request has had what effect it has, and gets no answer. */
export function impatientSwitchboard(layer: 'gateway' | 'carrier', limits: { pass(): void }): Switchboard {
  return createSwitchboard({
    serves: [layer],
    // A fault strikes in the same step in which the ledger does its work.
    onStrike: ({ kind }) => void (silent.has(kind) && setImmediate(limits.pass)),
  });
}
