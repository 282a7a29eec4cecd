import fc from 'fast-check';
import { faultsAt } from './fault-lists.ts';
import type { FunctionState, MachineName } from './function-states.ts';

/** A fault that is switched on when a state is tried for the so-many-th time: of a stage that works in several, in this one. */
export interface Ambush {
  readonly machine: MachineName;
  readonly state: string;
  readonly nth: number;
  /** In text. */
  readonly fault: string;
}

/** An ambush, and what leads an order there, or its cancellation. */
export interface LaidAmbush {
  readonly ambush: Ambush;
  readonly faults: readonly string[];
}

/** The ways to states where few come by chance. */
const waysTo: Readonly<Record<MachineName, Readonly<Record<string, readonly string[]>>>> = {
  orders: {
    'Await Payment': ['payment=late:1'],
    'Cancel Shipment': ['shipping=defect:1'],
    'Refund Payment': ['shipping=refused:1'],
    'Announce Refund': ['shipping=refused:1', 'refund=refund-async:1'],
    'Await Refund': ['shipping=refused:1', 'refund=refund-async:1'],
  },
  cancellations: { 'Announce Refund': ['refund=refund-async:1'], 'Await Refund': ['refund=refund-async:1'] },
};

/** Each state as likely as another, at its function half of the time. */
export function ambushesIn(states: readonly FunctionState[]): fc.Arbitrary<LaidAmbush> {
  return fc.constantFrom(...states).chain(({ machine, state, target }) =>
    fc
      .record({
        nth: fc.integer({ min: 1, max: 2 }),
        fault: fc.oneof(faultsAt([target], ['lambda']), faultsAt([target])),
      })
      .map(({ nth, fault }) => ({ ambush: { machine, state, nth, fault }, faults: waysTo[machine][state] ?? [] })),
  );
}
