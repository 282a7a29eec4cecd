import type { FaultTarget } from '../faults/fault-target.ts';
import { type InjectedFault, parseInjectedFault } from '../faults/injected-fault.ts';

/** Targets of some workflow, as whoever runs it says. */
export const targets: readonly FaultTarget[] = [
  { name: 'validate', layers: ['catalog', 'lambda'] },
  { name: 'payment', layers: ['gateway', 'lambda'], call: 'charge' },
  { name: 'refund', layers: ['gateway', 'lambda'], call: 'refund' },
  { name: 'shipping', layers: ['carrier', 'lambda'], call: 'book' },
  { name: 'cancel', layers: ['carrier', 'lambda'], call: 'cancel' },
  { name: 'notify', layers: ['topic', 'table', 'lambda'] },
  { name: 'events', layers: ['events'] },
  { name: 'park', layers: ['queue'] },
];

/** A fault at one of them. */
export function faultAt(text: string): InjectedFault {
  return parseInjectedFault(text, targets);
}
