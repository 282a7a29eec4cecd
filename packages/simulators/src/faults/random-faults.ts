import type { Fault } from './fault.ts';
import { callsStruck, defaultCall, layerOf, type Target, targetNames } from './fault-targets.ts';
import { type Call, type FaultKind, faults, type Layer, layers } from './faults.ts';
import { randomNumbers } from './random-numbers.ts';

interface RandomFaultOptions {
  /** How many at most; 6 unless given. Each number from none to this is as likely. */
  readonly atMost?: number;
  /** How often each strikes at most; 4 unless given. None strikes for ever, so that a world with them gets well. */
  readonly timesAtMost?: number;
  /** Where they strike; anywhere unless given. */
  readonly layers?: readonly Layer[];
  readonly targets?: readonly Target[];
}

/** Faults that a seed determines: the same number and options give the same faults. */
export function randomFaults(seed: number, options: RandomFaultOptions = {}): readonly Fault[] {
  const next = randomNumbers(seed);
  const below = (limit: number) => Math.floor(next() * limit);
  const aims = possibleFaults(options);
  if (aims.length === 0) return [];
  return Array.from({ length: below((options.atMost ?? 6) + 1) }, () => {
    const aim = aims[below(aims.length)] as Fault;
    return { ...aim, times: 1 + below(options.timesAtMost ?? 4) };
  });
}

/** Every fault that can be aimed, at every call it can strike. */
export function possibleFaults({
  layers: where = layers,
  targets = targetNames,
}: Pick<RandomFaultOptions, 'layers' | 'targets'> = {}): readonly Fault[] {
  return targets.flatMap((target) =>
    faults.flatMap((kind: FaultKind) => {
      const layer = layerOf(target, kind);
      if (layer === undefined || !where.includes(layer)) return [];
      const calls: readonly (Call | undefined)[] = callsStruck(target, kind);
      return (calls.length === 0 ? [undefined] : calls).map((call) => ({
        target,
        kind: kind.name,
        ...(call !== undefined && call !== defaultCall(target) && { call }),
      }));
    }),
  );
}
