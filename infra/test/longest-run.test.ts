import { describe, expect, it } from 'vitest';
import { planWorkflow } from '../src/composition/plan.ts';
import { longestRun, parkPatienceSeconds } from '../src/policy/longest-run.ts';
import { allWaits, retryFor } from '../src/policy/retry-policies.ts';
import { timeLimits } from '../src/policy/time-limits.ts';
import { aStage } from './a-stage.ts';

describe(allWaits, () => {
  it('doubles up to the cap', () => {
    expect(allWaits({ intervalSeconds: 1, backoffRate: 2, maxDelaySeconds: 5, maxAttempts: 5 })).toBe(
      1 + 2 + 4 + 5 + 5,
    );
  });
});

describe(retryFor, () => {
  it.each([
    [0, { intervalSeconds: 1, backoffRate: 2, maxDelaySeconds: 30, maxAttempts: 0 }],
    [60, { intervalSeconds: 1, backoffRate: 2, maxDelaySeconds: 30, maxAttempts: 6 }],
    [900, { intervalSeconds: 1, backoffRate: 2, maxDelaySeconds: 30, maxAttempts: 34 }],
    [901, { intervalSeconds: 8, backoffRate: 2, maxDelaySeconds: 900, maxAttempts: 7 }],
    [6 * 3600, { intervalSeconds: 8, backoffRate: 2, maxDelaySeconds: 900, maxAttempts: 30 }],
    [14 * 24 * 3600, { intervalSeconds: 8, backoffRate: 2, maxDelaySeconds: 900, maxAttempts: 1350 }],
  ])('tries for %i seconds by growing waits', (seconds, policy) => {
    expect(retryFor(seconds)).toEqual(policy);
  });

  it('waits for at least the time that was asked for, with the fewest tries that do', () => {
    for (let seconds = 1; seconds < 60 * 24 * 3600; seconds += Math.ceil(seconds / 50)) {
      const policy = retryFor(seconds);
      const fewer = { ...policy, maxAttempts: policy.maxAttempts - 1 };
      expect({ seconds, reached: allWaits(policy) >= seconds }).toEqual({ seconds, reached: true });
      expect({ seconds, reached: allWaits(fewer) >= seconds }).toEqual({ seconds, reached: false });
    }
  });
});

describe(longestRun, () => {
  it('uses up every time-out and every wait of every state', () => {
    const plan = planWorkflow({ steps: [{ stage: aStage('check') }], notice: aStage('tell') });
    const prompt = 7 * 20 + 61;
    const park = 31 * 30 + allWaits(retryFor(parkPatienceSeconds));
    expect(longestRun(plan, timeLimits.STANDARD)).toBe(prompt + prompt + park);
  });
});
