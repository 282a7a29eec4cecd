import { type Fault, parseFault, randomFaults } from '@order-workflow/simulators';
import type { WorkflowSettings } from '../orders/workflow-settings.ts';

/** A fault that there is not. */
export class FaultUnknown extends Error {
  override readonly name = 'FaultUnknown';
}

/**
 * The faults that a command was asked to switch on.
 *
 * @throws FaultUnknown that says what there is instead
 */
export function readFaults({ fault = [], faultsFromSeed }: WorkflowSettings): readonly Fault[] {
  try {
    const random = faultsFromSeed === undefined ? [] : randomFaults(faultsFromSeed);
    return [...fault.map(parseFault), ...random];
  } catch (problem) {
    if (!(problem instanceof RangeError)) throw problem;
    throw new FaultUnknown(`${problem.message}. All of them: pnpm order faults`);
  }
}
