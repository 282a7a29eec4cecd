import { describe, expect, it } from 'vitest';
import { planWorkflow } from '../src/composition/plan.ts';
import { longestRun } from '../src/policy/longest-run.ts';
import { allWaits, retryPolicies } from '../src/policy/retry-policies.ts';
import { timeLimits } from '../src/policy/time-limits.ts';
import { aStage } from './a-stage.ts';

describe(allWaits, () => {
  it('doubles up to the cap', () => {
    expect(allWaits({ intervalSeconds: 1, backoffRate: 2, maxDelaySeconds: 5, maxAttempts: 5 })).toBe(
      1 + 2 + 4 + 5 + 5,
    );
  });

  it('is more than a minute when prompt, and more than six hours when patient', () => {
    expect(allWaits(retryPolicies.prompt)).toBe(61);
    expect(allWaits(retryPolicies.patient)).toBe(21_716);
  });
});

describe(longestRun, () => {
  it('uses up every time-out and every wait of every state', () => {
    const plan = planWorkflow({ steps: [{ stage: aStage('check') }], notice: aStage('tell') });
    const prompt = 7 * 20 + 61;
    const park = 31 * 30 + allWaits(retryPolicies.patient);
    expect(longestRun(plan, timeLimits.STANDARD)).toBe(prompt + prompt + park);
  });
});
