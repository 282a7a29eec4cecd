import { type FaultKind, faults, possibleFaults } from '@order-workflow/simulators';
import { faultMatrix } from './fault-matrix.ts';

/** A fault as it is listed. */
export interface ListedFault {
  readonly fault: string;
  /** The stages whose work it strikes: `payment`. */
  readonly stages: readonly string[];
  /** All that it can be aimed at: `payment`, `payment.find`. */
  readonly targets: readonly string[];
  readonly description: string;
}

/** Every fault that can be switched on. */
export function listFaults(): readonly ListedFault[] {
  return faults.map(describe);
}

function describe({ name, description }: FaultKind): ListedFault {
  const aims = possibleFaults().filter(({ kind }) => kind === name);
  const targets = aims.map(({ target, call }) => (call === undefined ? target : `${target}.${call}`));
  const stages = faultMatrix().flatMap(({ fault: { kind, target } }) => (kind === name ? [target] : []));
  return { fault: name, stages: [...new Set(stages)], targets, description };
}
