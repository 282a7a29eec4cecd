import { describe, expect, it } from 'vitest';
import { planWorkflow } from '../src/composition/plan.ts';
import { definitionOf } from '../src/diagram/state-machine-definition.ts';
import { orderWorkflow } from '../src/order-workflow.ts';
import { executionTimeoutSeconds, longestRun } from '../src/policy/longest-run.ts';
import { timeLimits } from '../src/policy/time-limits.ts';
import { workflowType } from '../src/policy/workflow-type.ts';
import { aStage } from './a-stage.ts';
import { definition, express as template } from './synthesized.ts';

const express = definitionOf(template.toJSON());

/** A definition without anything that says how long it may take. */
function timeless(value: unknown): unknown {
  const times = ['TimeoutSeconds', 'IntervalSeconds', 'BackoffRate', 'MaxDelaySeconds', 'MaxAttempts'];
  return JSON.parse(JSON.stringify(value, (key, inner) => (times.includes(key) ? undefined : inner)));
}

describe('the workflow as Express', () => {
  it('is the same definition but for the times', () => {
    template.hasResourceProperties('AWS::StepFunctions::StateMachine', { StateMachineType: 'EXPRESS' });
    expect(timeless(express)).toEqual(timeless(definition));
    expect(express).not.toEqual(definition);
  });

  it('ends by itself before Express would cut it off after five minutes', () => {
    expect(express).toMatchObject({ TimeoutSeconds: 300 });
    expect(longestRun(planWorkflow(orderWorkflow), timeLimits.EXPRESS)).toBeLessThan(300);
  });

  it('is refused where its stages take longer together than Express gives', () => {
    const slow = planWorkflow({ steps: [{ stage: aStage('check', { timeoutSeconds: 140 }) }], notice: aStage('tell') });
    expect(() => executionTimeoutSeconds(slow, timeLimits.EXPRESS)).toThrow('expected less than 300');
    expect(executionTimeoutSeconds(slow, timeLimits.STANDARD)).toBeGreaterThan(3600);
  });
});

describe(workflowType, () => {
  it('is Standard unless given, and nothing but the two', () => {
    expect([workflowType(), workflowType('EXPRESS')]).toEqual(['STANDARD', 'EXPRESS']);
    expect(() => workflowType('express')).toThrow(
      'context workflowType: given "express", expected STANDARD or EXPRESS',
    );
  });
});
