import fc from 'fast-check';

/** A fault that strikes once, at a time of its own. */
export interface ScatteredFault {
  /** Milliseconds after the schedule's beginning. */
  readonly afterMs: number;
  /** In text. */
  readonly fault: string;
}

/** What passes by itself: a payment that is waited for outlasts any number of these. */
const passing = [
  ...['throttled', 'service-exception', 'aws-exception', 'sdk-exception', 'client-timeout', 'no-answer'],
  ...['out-of-memory', 'killed', 'function-timeout-before', 'function-timeout-after'],
].map((kind) => `payment=${kind}:1`);
const passingAtTheGateway = ['unavailable', 'rate-limited', 'error-before', 'timeout-before', 'cut-after'].map(
  (kind) => `payment.find=${kind}:1`,
);

const fiveDaysMs = 5 * 24 * 3600 * 1000;

/** Twenty within five days. */
export const scatteredFaults: fc.Arbitrary<readonly ScatteredFault[]> = fc.array(
  fc.record({
    afterMs: fc.integer({ min: 0, max: fiveDaysMs }),
    fault: fc.constantFrom(...passing, ...passingAtTheGateway),
  }),
  { minLength: 20, maxLength: 20 },
);
