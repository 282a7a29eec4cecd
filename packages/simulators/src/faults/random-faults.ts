import { type Layer, layers } from './fault-facts.ts';
import { callsStruck, type FaultTarget } from './fault-target.ts';
import { type FaultKind, faults } from './faults.ts';
import { aimFault, type InjectedFault } from './injected-fault.ts';

interface PossibleFaultsOptions {
  /** Where they strike; anywhere unless given. */
  readonly layers?: readonly Layer[];
}

interface RandomFaultOptions extends PossibleFaultsOptions {
  /** How many at most; 6 unless given. Each number from none to this is as likely. */
  readonly atMost?: number;
  /** How often each strikes at most; 4 unless given. None strikes for ever, so that a world with them gets well. */
  readonly timesAtMost?: number;
}

/** Faults at these targets that a seed determines: the same number, targets and options give the same faults. */
export function randomFaults(
  seed: number,
  targets: readonly FaultTarget[],
  options: RandomFaultOptions = {},
): readonly InjectedFault[] {
  const next = randomNumbers(seed);
  const below = (limit: number) => Math.floor(next() * limit);
  const aims = possibleFaults(targets, options);
  if (aims.length === 0) return [];
  return Array.from({ length: below((options.atMost ?? 6) + 1) }, () => {
    const aim = aims[below(aims.length)] as InjectedFault;
    return { ...aim, times: 1 + below(options.timesAtMost ?? 4) };
  });
}

/** Every fault that can be aimed at these targets, at every call it can strike. */
export function possibleFaults(
  targets: readonly FaultTarget[],
  { layers: where = layers }: PossibleFaultsOptions = {},
): readonly InjectedFault[] {
  return targets.flatMap((target) =>
    faults.flatMap((kind: FaultKind) => {
      const calls = callsStruck(target, kind);
      const aimed = (calls.length === 0 ? [undefined] : calls).map((call) => aimFault(target, kind, call));
      return aimed.filter(
        (fault) => fault !== undefined && where.includes(fault.place.layer),
      ) as readonly InjectedFault[];
    }),
  );
}

/**
 * Numbers in [0, 1) that a seed determines, the same on every machine: a counter by the golden ratio, each value mixed
 * by the 32-bit finalizer of MurmurHash3.
 */
export function randomNumbers(seed: number): () => number {
  let counter = seed >>> 0;
  return () => {
    counter = (counter + 0x9e3779b9) >>> 0;
    let mixed = Math.imul(counter ^ (counter >>> 16), 0x85ebca6b);
    mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
    return ((mixed ^ (mixed >>> 16)) >>> 0) / 2 ** 32;
  };
}
