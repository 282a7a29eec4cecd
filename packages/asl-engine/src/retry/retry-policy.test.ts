import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { StateFailure } from '../failure/state-failure.ts';
import { nextRetryDelay, type Retrier } from './retry-policy.ts';

const failed = (error: string) => new StateFailure({ kind: 'task', error });
const retrier = (fields: Partial<Retrier>): Retrier => ({
  ...{
    errorEquals: ['States.ALL'],
    intervalSeconds: 1,
    maxAttempts: 3,
    backoffRate: 2,
    maxDelaySeconds: undefined,
    jitter: false,
  },
  ...fields,
});

function delays(retriers: readonly Retrier[], errors: readonly string[], random = () => 0.5): (number | undefined)[] {
  const attempts: number[] = [];
  return errors.map((error) => nextRetryDelay(retriers, attempts, failed(error), random));
}

// Specification, "Retrying after error".
describe(nextRetryDelay, () => {
  it('waits longer each time until the attempts are spent', () => {
    expect(delays([retrier({ intervalSeconds: 3, backoffRate: 1.5 })], ['E', 'E', 'E', 'E'])).toEqual([
      3000,
      4500,
      6750,
      undefined,
    ]);
  });

  it('never waits longer than MaxDelaySeconds', () => {
    expect(delays([retrier({ maxDelaySeconds: 3 })], ['E', 'E', 'E'])).toEqual([1000, 2000, 3000]);
  });

  it('counts the attempts of each retrier by itself', () => {
    const two = [retrier({ errorEquals: ['A'], maxAttempts: 1 }), retrier({ maxAttempts: 2 })];
    expect(delays(two, ['A', 'B', 'A', 'B', 'B'])).toEqual([1000, 1000, undefined, 2000, undefined]);
  });

  it('tries no more with MaxAttempts 0, and not for other errors', () => {
    expect(delays([retrier({ maxAttempts: 0 })], ['E'])).toEqual([undefined]);
    expect(delays([retrier({ errorEquals: ['A'] })], ['B'])).toEqual([undefined]);
  });

  it('spreads full jitter between zero and the wait', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 0.999_999, noNaN: true }), fc.nat({ max: 20 }), (chance, made) => {
        const delay = nextRetryDelay(
          [retrier({ jitter: true, maxAttempts: 99, maxDelaySeconds: 60 })],
          [made],
          failed('E'),
          () => chance,
        );
        expect(delay).toBeGreaterThanOrEqual(0);
        expect(delay).toBeLessThanOrEqual(Math.min(2 ** made, 60) * 1000);
      }),
    );
  });
});
