import { type Fault, faultText, possibleFaults } from '@order-workflow/simulators';
import fc from 'fast-check';
import { type OrderCase, orderCases } from './order-case.ts';

/** Something that happens to the workflow as a whole while it works. */
export const disturbances = [
  /** The process ends, and another one goes on. */
  'crash-before',
  'crash-after',
  /** Every order is placed again. */
  'same-again',
  /** Every order is placed again with other content. */
  'other-again',
  /** The gateway and the carrier are a day older at once: what keys they replayed, they have forgotten. */
  'day-passes',
] as const;

/** One disturbance, at the so-many-th invocation of a function. */
export interface Event {
  readonly at: number;
  readonly what: (typeof disturbances)[number];
}

/** All that is random about one run. */
export interface Schedule {
  readonly orders: readonly OrderCase[];
  /** In text, as `order place --fault` takes them. Those without a number strike until a person repairs it. */
  readonly faults: readonly string[];
  readonly events: readonly Event[];
  /** Whether a failed execution is redriven before anything is repaired, too. */
  readonly hastyRedrive: boolean;
  /** Of jitter. */
  readonly seed: number;
}

/** Makes Ship Order give up or be refused, so that the ways back are taken more often than by chance. */
const waysBack = [
  ...[
    'shipping=unavailable',
    'shipping=refused',
    'shipping=defect',
    'shipping=timeout-before:7',
    'shipping.find=cut-before',
  ],
  ...['payment=cut-after', 'payment=pending-forever', 'payment=defect', 'payment.find=unavailable', 'notify=down'],
];

/** Now and then more often than a prompt stage tries (7), or a patient one (31), or until it is repaired. */
const times = fc.oneof(
  { weight: 16, arbitrary: fc.integer({ min: 1, max: 3 }) },
  { weight: 4, arbitrary: fc.integer({ min: 4, max: 9 }) },
  { weight: 1, arbitrary: fc.constantFrom(32, undefined) },
);

const anyFault = fc
  .tuple(fc.constantFrom(...possibleFaults()), times)
  .map(([fault, often]: [Fault, number | undefined]) =>
    faultText(often === undefined ? fault : { ...fault, times: often }),
  );

const faultLists = fc
  .tuple(
    fc.oneof(
      { weight: 2, arbitrary: fc.constant([]) },
      { weight: 3, arbitrary: fc.constantFrom(...waysBack).map((fault) => [fault]) },
    ),
    fc.array(anyFault, { maxLength: 5 }),
  )
  // What a person must repair comes last, so that it does not hide the others.
  .map(([back, faults]) => [...faults, ...back]);

const events = fc.array(fc.record({ at: fc.integer({ min: 1, max: 24 }), what: fc.constantFrom(...disturbances) }), {
  maxLength: 2,
});

export const schedules: fc.Arbitrary<Schedule> = fc.record({
  orders: fc.array(orderCases, { minLength: 1, maxLength: 3 }),
  faults: faultLists,
  events,
  hastyRedrive: fc.boolean(),
  seed: fc.nat(),
});
