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

/** An ambush, and the faults that lead an order there, or its cancellation; none where any order may come there by itself. */
export interface LaidAmbush {
  readonly ambush: Ambush;
  readonly way: readonly string[] | undefined;
}

/** The ways to states where few come by chance, of an order that goes well otherwise. */
const waysTo: Readonly<Record<MachineName, Readonly<Record<string, readonly string[]>>>> = {
  orders: {
    'Await Payment': ['payment=late:1'],
    'Cancel Shipment': ['shipping=defect:1'],
    'Refund Payment': ['shipping=refused:1'],
    'Release Stock': ['payment=declined:1'],
    'Announce Refund': ['shipping=refused:1', 'refund=refund-async:1'],
    'Await Refund': ['shipping=refused:1', 'refund=refund-async:1'],
  },
  cancellations: {
    'Cancel Shipment': [],
    'Refund Payment': [],
    'Release Stock': [],
    'Announce Refund': ['refund=refund-async:1'],
    'Await Refund': ['refund=refund-async:1'],
  },
};

/** Calls that few orders make, in which state, and the way there. `own`: that by which the undo does its work. */
const rareCalls: readonly (Pick<Ambush, 'machine' | 'state'> & {
  readonly stage: string;
  readonly undo: string;
  readonly calls: readonly string[];
  readonly way: readonly string[];
})[] = [
  {
    ...{ machine: 'cancellations', state: 'Refund Payment', stage: 'payment', undo: 'refund' },
    ...{ calls: ['void'], way: ['payment=pending-forever:1'] },
  },
  {
    ...{ machine: 'orders', state: 'Refund Payment', stage: 'payment', undo: 'refund' },
    ...{ calls: ['block'], way: ['payment=defect:1'] },
  },
  {
    ...{ machine: 'orders', state: 'Refund Payment', stage: 'payment', undo: 'refund' },
    ...{ calls: ['refund', 'own', 'charge', 'find'], way: ['shipping=refused:1'] },
  },
  {
    ...{ machine: 'cancellations', state: 'Cancel Shipment', stage: 'shipping', undo: 'cancel' },
    ...{ calls: ['cancel', 'own'], way: [] },
  },
  {
    ...{ machine: 'orders', state: 'Cancel Shipment', stage: 'shipping', undo: 'cancel' },
    ...{ calls: ['block', 'book', 'find'], way: ['shipping=defect:1'] },
  },
];

/** What is struck where a stage works: whoever closes an order puts an event, too. */
const struckIn = (target: string) => (target === 'notify' ? [target, 'events'] : [target]);

/** Whoever goes well comes to no state twice. */
const nth = fc.oneof({ weight: 7, arbitrary: fc.constant(1) }, { weight: 1, arbitrary: fc.constant(2) });

const needsAWay = ({ machine, state }: FunctionState) => waysTo[machine][state] !== undefined;

/** Each state as likely as another, but three times as likely where few come; at its function half of the time. */
const inStates = (states: readonly FunctionState[]): fc.Arbitrary<LaidAmbush> =>
  fc
    .oneof(
      ...states.map((one) => ({
        weight: needsAWay(one) ? 3 : 1,
        arbitrary: fc.constant(one),
      })),
    )
    .chain(({ machine, state, target }) =>
      fc
        .record({ nth, fault: fc.oneof(faultsAt([target], { layers: ['lambda'] }), faultsAt(struckIn(target))) })
        .map((at) => ({ ambush: { machine, state, ...at }, way: waysTo[machine][state] })),
    );

const atRareCalls: fc.Arbitrary<LaidAmbush> = fc
  .constantFrom(...rareCalls)
  .chain(({ machine, state, stage, undo, calls, way }) =>
    faultsAt([stage, undo], { calls }).map((fault) => ({ ambush: { machine, state, nth: 1, fault }, way })),
  );

export function ambushesIn(states: readonly FunctionState[]): fc.Arbitrary<LaidAmbush> {
  return fc.oneof({ weight: 1, arbitrary: inStates(states) }, { weight: 1, arbitrary: atRareCalls });
}

/** One or two more, in states through which others come as well. */
export function ambushesByTheWay(states: readonly FunctionState[]): fc.Arbitrary<readonly Ambush[]> {
  const passed = states.filter((one) => !needsAWay(one));
  return fc.array(
    inStates(passed).map(({ ambush }) => ambush),
    { minLength: 1, maxLength: 2 },
  );
}
