import fc from 'fast-check';

/** Somebody cancels an order: when, and how often at once. */
export interface CancelPlan {
  /**
   * `working`: while the order is worked on, or, when all is quiet before, then. `redriving`: the same, once what failed is
   * redriven. `given-up`: instead of a redrive of what stands FAILED. `long-after`: so late that Step Functions redrives
   * nothing, and knows no execution, of that time; also what stands FAILED then.
   */
  readonly during: 'working' | 'redriving' | 'given-up' | 'long-after';
  /** At the so-many-th invocation of a function; none is the beginning. */
  readonly at: number;
  readonly moment: 'before' | 'after';
  /** So much later, by the workflow's clock: while a state waits. Milliseconds. */
  readonly laterMs: number;
  /** How many cancellations begin at once. */
  readonly times: number;
  /** Whether it names the order as no cancellation does. */
  readonly wrong: boolean;
}

const second = 1_000;
const hour = 3_600 * second;

export const cancelPlans: fc.Arbitrary<CancelPlan> = fc.record({
  during: fc.oneof(
    { weight: 12, arbitrary: fc.constant('working' as const) },
    { weight: 2, arbitrary: fc.constant('redriving' as const) },
    { weight: 2, arbitrary: fc.constant('given-up' as const) },
    { weight: 1, arbitrary: fc.constant('long-after' as const) },
  ),
  at: fc.integer({ min: 0, max: 16 }),
  moment: fc.constantFrom('before' as const, 'after' as const),
  laterMs: fc.oneof(
    { weight: 3, arbitrary: fc.constant(0) },
    { weight: 1, arbitrary: fc.constantFrom(3 * second, 20 * second, 300 * second, 2 * hour, 30 * hour) },
  ),
  times: fc.oneof({ weight: 4, arbitrary: fc.constant(1) }, { weight: 1, arbitrary: fc.integer({ min: 2, max: 3 }) }),
  wrong: fc.oneof({ weight: 24, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) }),
});

/** None as a rule; one often, and two now and then, of which the second may come after the first has ended. */
export const cancelLists: fc.Arbitrary<readonly CancelPlan[]> = fc.oneof(
  { weight: 5, arbitrary: fc.constant([]) },
  { weight: 3, arbitrary: fc.array(cancelPlans, { minLength: 1, maxLength: 1 }) },
  { weight: 1, arbitrary: fc.array(cancelPlans, { minLength: 2, maxLength: 2 }) },
);
