import { type InjectedFault, injectedFaultText, possibleFaults } from '@order-workflow/simulators';
import fc from 'fast-check';
import { faultTargets } from './fault-targets.ts';
import { type OrderPlan, orderPlans } from './order-plan.ts';
import { type World, worlds } from './world.ts';

/** Something that happens to the workflow as a whole while it works. */
export const disturbances = [
  /** The process ends, and another one goes on. */
  'crash-before',
  'crash-after',
  /** Every message comes again under the name that it had. */
  'same-again',
  /** What has failed by then is redriven, whatever was started after it. */
  'redriven',
  /** The gateway and the carrier are a day older at once: what keys they replayed, they have forgotten. */
  'day-passes',
  /** What is booked leaves the warehouse. */
  'parcels-leave',
  /** Somebody stops every execution. */
  'stopped',
] as const;

/** One disturbance, at the so-many-th invocation of a function. */
export interface Event {
  readonly at: number;
  readonly what: (typeof disturbances)[number];
}

/** All that is random about one run. */
export interface Schedule {
  readonly orders: readonly OrderPlan[];
  readonly world: World;
  /** In text, as `order place --fault` takes them. Those without a number strike until a person repairs it. */
  readonly faults: readonly string[];
  readonly events: readonly Event[];
  /** Whether a failed execution is redriven before anything is repaired, too. */
  readonly hastyRedrive: boolean;
  /** In which order those that have failed are redriven: all at once, or one after the other. */
  readonly redrives: 'together' | 'oldest-first' | 'newest-first';
  /** Of jitter. */
  readonly seed: number;
}

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

function faultsAt(names?: readonly string[]): fc.Arbitrary<string> {
  const aims = possibleFaults(faultTargets.filter(({ name }) => names?.includes(name) ?? true));
  return fc
    .constantFrom(...aims)
    .chain((aim) => (meetsAnUndo(aim) ? timesAtAnUndo : times).map((often) => ({ aim, often })))
    .map(({ aim, often }) => injectedFaultText(often === undefined ? aim : { ...aim, times: often }));
}

const onAByway = fc.constantFrom(...byways).chain(({ fault, targets }) =>
  // What is always there comes last, so that it does not hide the others.
  fc.array(faultsAt(targets), { maxLength: 3 }).map((faults) => [...faults, fault]),
);

const faultLists = fc
  .tuple(fc.array(faultsAt(), { maxLength: 4 }), fc.option(onAByway, { nil: [], freq: 2 }))
  .map(([anywhere, byway]) => [...anywhere, ...byway]);

const events = fc.array(fc.record({ at: fc.integer({ min: 1, max: 24 }), what: fc.constantFrom(...disturbances) }), {
  maxLength: 2,
});

export const schedules: fc.Arbitrary<Schedule> = fc.record({
  orders: fc.oneof(
    { weight: 4, arbitrary: fc.array(orderPlans, { minLength: 1, maxLength: 1 }) },
    { weight: 1, arbitrary: fc.array(orderPlans, { minLength: 2, maxLength: 3 }) },
  ),
  world: worlds,
  faults: faultLists,
  events,
  hastyRedrive: fc.boolean(),
  redrives: fc.constantFrom('together' as const, 'oldest-first' as const, 'newest-first' as const),
  seed: fc.nat(),
});
