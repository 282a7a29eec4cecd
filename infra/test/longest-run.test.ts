import { describe, expect, it } from 'vitest';
import { planWorkflow } from '../src/composition/plan.ts';
import { longestRun } from '../src/longest-run.ts';
import { longestWait, retryPolicies } from '../src/retry-policies.ts';
import { timeLimits } from '../src/time-limits.ts';
import { aStage } from './a-stage.ts';

describe(longestWait, () => {
  it('doubles up to the cap', () => {
    expect(longestWait({ intervalSeconds: 1, backoffRate: 2, maxDelaySeconds: 5, maxAttempts: 5 })).toBe(
      1 + 2 + 4 + 5 + 5,
    );
  });

  it('waits about a minute when prompt, and for hours when patient', () => {
    expect(longestWait(retryPolicies.prompt)).toBe(51);
    expect(longestWait(retryPolicies.patient) / 3600).toBeCloseTo(5.85, 1);
  });
});

describe(longestRun, () => {
  it('uses up every time-out and every wait of every state', () => {
    const plan = planWorkflow({ steps: [{ stage: aStage('check') }], notice: aStage('tell') });
    const prompt = 7 * 20 + 51;
    const park = 31 * 30 + longestWait(retryPolicies.patient);
    expect(longestRun(plan, timeLimits.STANDARD)).toBe(prompt + prompt + park);
  });
});
