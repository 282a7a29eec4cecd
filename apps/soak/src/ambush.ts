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
    'Release Stock': ['payment=declined:1'],
    'Announce Refund': ['shipping=refused:1', 'refund=refund-async:1'],
    'Await Refund': ['shipping=refused:1', 'refund=refund-async:1'],
  },
  cancellations: { 'Announce Refund': ['refund=refund-async:1'], 'Await Refund': ['refund=refund-async:1'] },
};

/** Calls that few orders make, in which state, and the way there. `own`: that by which the undo does its work. */
const rareCalls: readonly (Pick<Ambush, 'machine' | 'state'> & {
  readonly stage: string;
  readonly undo: string;
  readonly calls: readonly string[];
  readonly faults: readonly string[];
})[] = [
  {
    ...{ machine: 'cancellations', state: 'Refund Payment', stage: 'payment', undo: 'refund' },
    ...{ calls: ['void'], faults: ['payment=pending-forever:1'] },
  },
  {
    ...{ machine: 'orders', state: 'Refund Payment', stage: 'payment', undo: 'refund' },
    ...{ calls: ['block'], faults: ['payment=defect:1'] },
  },
  {
    ...{ machine: 'orders', state: 'Refund Payment', stage: 'payment', undo: 'refund' },
    ...{ calls: ['refund', 'own', 'charge', 'find'], faults: ['shipping=refused:1'] },
  },
  {
    ...{ machine: 'cancellations', state: 'Cancel Shipment', stage: 'shipping', undo: 'cancel' },
    ...{ calls: ['cancel', 'own'], faults: [] },
  },
  {
    ...{ machine: 'orders', state: 'Cancel Shipment', stage: 'shipping', undo: 'cancel' },
    ...{ calls: ['block', 'book', 'find'], faults: ['shipping=defect:1'] },
  },
];

/** What is struck where a stage works: whoever closes an order puts an event, too. */
const struckIn = (target: string) => (target === 'notify' ? [target, 'events'] : [target]);

const nth = fc.oneof({ weight: 3, arbitrary: fc.constant(1) }, { weight: 1, arbitrary: fc.constant(2) });

/** Each state as likely as another, but three times as likely where few come; at its function half of the time. */
const inStates = (states: readonly FunctionState[]): fc.Arbitrary<LaidAmbush> =>
  fc
    .oneof(
      ...states.map((one) => ({
        weight: waysTo[one.machine][one.state] === undefined ? 1 : 3,
        arbitrary: fc.constant(one),
      })),
    )
    .chain(({ machine, state, target }) =>
      fc
        .record({ nth, fault: fc.oneof(faultsAt([target], { layers: ['lambda'] }), faultsAt(struckIn(target))) })
        .map((at) => ({ ambush: { machine, state, ...at }, faults: waysTo[machine][state] ?? [] })),
    );

const atRareCalls: fc.Arbitrary<LaidAmbush> = fc
  .constantFrom(...rareCalls)
  .chain(({ machine, state, stage, undo, calls, faults }) =>
    faultsAt([stage, undo], { calls }).map((fault) => ({ ambush: { machine, state, nth: 1, fault }, faults })),
  );

export function ambushesIn(states: readonly FunctionState[]): fc.Arbitrary<LaidAmbush> {
  return fc.oneof({ weight: 3, arbitrary: inStates(states) }, { weight: 2, arbitrary: atRareCalls });
}
