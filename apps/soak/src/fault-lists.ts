import { faultTargetsHere } from '@order-workflow/local';
import { type InjectedFault, injectedFaultText, type Layer, possibleFaults } from '@order-workflow/simulators';
import fc from 'fast-check';

/** What faults can be aimed at: the stages of the synthesized workflow. */
export const faultTargets = faultTargetsHere();

/** Ways on which an order comes where few come by chance, and what can be struck there. */
const byways: readonly { readonly fault: string; readonly targets: readonly string[] }[] = [
  { fault: 'payment=unavailable', targets: ['refund'] },
  { fault: 'payment=pending-forever:1', targets: ['refund'] },
  { fault: 'payment=defect', targets: ['refund'] },
  { fault: 'payment.find=unavailable:9', targets: ['refund'] },
  { fault: 'shipping=refused', targets: ['refund'] },
  { fault: 'shipping=unavailable', targets: ['cancel', 'refund'] },
  { fault: 'shipping=defect', targets: ['cancel', 'refund'] },
  { fault: 'shipping.find=cut-before:40', targets: ['cancel'] },
  { fault: 'notify=down', targets: ['park'] },
  { fault: 'events=entry-failed', targets: ['events', 'park'] },
  { fault: 'notify.write=unavailable', targets: ['park'] },
  { fault: 'validate.write=cut-after:2', targets: ['validate'] },
];

/** Until a person repairs it. */
const always = fc.constant(undefined);

/** Now and then more often than a stage is tried while a customer waits (7), or a carrier is waited for (31), or always. */
const times = fc.oneof(
  { weight: 16, arbitrary: fc.integer({ min: 1, max: 3 }) },
  { weight: 2, arbitrary: fc.integer({ min: 4, max: 9 }) },
  { weight: 1, arbitrary: fc.oneof(fc.constant(32), always) },
);

/** An undo is tried for a fortnight, more than a thousand times: what always strikes it takes as long as fifty other schedules. */
const timesAtAnUndo = fc.oneof(
  { weight: 800, arbitrary: fc.integer({ min: 1, max: 3 }) },
  { weight: 100, arbitrary: fc.integer({ min: 4, max: 9 }) },
  { weight: 50, arbitrary: fc.constant(32) },
  { weight: 1, arbitrary: always },
);

const undos: ReadonlySet<string> = new Set(
  faultTargets.flatMap(({ name, undoes }) => (undoes === undefined ? [] : [name])),
);

/** Whether an undo meets it too: a stage's own work is one call, and all its other calls are the undo's as well. */
const meetsAnUndo = ({ target, call, place }: InjectedFault) =>
  undos.has(target) || (call !== undefined && (place.layer === 'gateway' || place.layer === 'carrier'));

interface FaultsAtOptions {
  /** Where they strike; anywhere unless given. */
  readonly layers?: readonly Layer[];
  /** Which calls of a target; `own` is that by which it does its work. All unless given. */
  readonly calls?: readonly string[];
}

/** Faults at these targets, or anywhere. */
export function faultsAt(names?: readonly string[], { layers, calls }: FaultsAtOptions = {}): fc.Arbitrary<string> {
  const targets = faultTargets.filter(({ name }) => names?.includes(name) ?? true);
  const aims = possibleFaults(targets, layers && { layers }).filter(
    ({ call, target, place }) =>
      calls === undefined || ('call' in place && calls.includes(call ?? (undos.has(target) ? 'own' : ''))),
  );
  return fc
    .constantFrom(...aims)
    .chain((aim) => (meetsAnUndo(aim) ? timesAtAnUndo : times).map((often) => ({ aim, often })))
    .map(({ aim, often }) => injectedFaultText(often === undefined ? aim : { ...aim, times: often }));
}

const onAByway = fc.constantFrom(...byways).chain(({ fault, targets }) =>
  // What is always there comes last, so that it does not hide the others.
  fc.array(faultsAt(targets), { maxLength: 3 }).map((faults) => [...faults, fault]),
);

export const faultLists: fc.Arbitrary<readonly string[]> = fc
  .tuple(fc.array(faultsAt(), { maxLength: 4 }), fc.option(onAByway, { nil: [], freq: 2 }))
  .map(([anywhere, byway]) => [...anywhere, ...byway]);
