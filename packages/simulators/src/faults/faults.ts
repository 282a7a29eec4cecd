import type { FaultFacts } from './fault-facts.ts';
import { functionFaults } from './function-faults.ts';
import { serviceFaults } from './service-faults.ts';

/** Every fault there is, in the order in which it is listed to people. */
export const faults = [
  ...serviceFaults,
  ...functionFaults,
  {
    name: 'down',
    layers: ['catalog', 'topic', 'events', 'queue'],
    changes: 'answer',
    effect: 'none',
    description: 'cannot be reached',
  },
  {
    name: 'answer-lost',
    layers: ['topic', 'events', 'queue'],
    changes: 'answer',
    effect: 'done',
    description: 'takes the message, and the answer is lost',
  },
  {
    name: 'entry-failed',
    layers: ['events'],
    changes: 'answer',
    effect: 'none',
    description: 'answers 200, and says of the event that it was not taken (InternalFailure)',
  },
] as const satisfies readonly FaultFacts[];

export type FaultName = (typeof faults)[number]['name'];
export type FaultKind = FaultFacts & { readonly name: FaultName };

const byName: ReadonlyMap<string, FaultKind> = new Map(faults.map((kind: FaultKind) => [kind.name, kind]));

/** The facts of a fault; undefined when there is none of that name. */
export function faultKind(name: FaultName): FaultKind;
export function faultKind(name: string): FaultKind | undefined;
export function faultKind(name: string): FaultKind | undefined {
  return byName.get(name);
}
