import { type FaultKind, faults, possibleFaults } from '@order-workflow/simulators';
import { faultMatrix } from './fault-matrix.ts';
import type { StageTarget } from './fault-targets.ts';

/** A fault as it is listed. */
export interface ListedFault {
  readonly fault: string;
  /** The stages whose work it strikes: `payment`. */
  readonly stages: readonly string[];
  /** All that it can be aimed at: `payment`, `payment.find`. */
  readonly targets: readonly string[];
  readonly description: string;
}

/** Every fault that there is, with what it can be aimed at. */
export function listFaults(targets: readonly StageTarget[]): readonly ListedFault[] {
  return faults.map((kind) => describe(kind, targets));
}

function describe({ name, description }: FaultKind, all: readonly StageTarget[]): ListedFault {
  const aims = possibleFaults(all).filter(({ kind }) => kind === name);
  const targets = aims.map(({ target, call }) => (call === undefined ? target : `${target}.${call}`));
  const stages = faultMatrix(all).flatMap(({ fault: { kind, target } }) => (kind === name ? [target] : []));
  return { fault: name, stages: [...new Set(stages)], targets, description };
}
