import { type InjectedFault, parseInjectedFault } from '@order-workflow/simulators';
import { faultTargetsHere } from '../src/faults/fault-targets.ts';

const targets = faultTargetsHere();

/** A fault at a stage of the synthesized workflow. */
export function faultAt(text: string): InjectedFault {
  return parseInjectedFault(text, targets);
}
