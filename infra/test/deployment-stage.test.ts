import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { deploymentStage } from '../src/deployment-stage.ts';
import { OrderWorkflowStack } from '../src/order-workflow-stack.ts';

function deletionPolicies(stage: string): Set<unknown> {
  const stack = new OrderWorkflowStack(new App(), 'OrderWorkflow', { stage: deploymentStage(stage) });
  const resources = Object.values(Template.fromStack(stack).toJSON()['Resources']) as { DeletionPolicy?: string }[];
  return new Set(resources.map(({ DeletionPolicy }) => DeletionPolicy));
}

describe('a deployment stage', () => {
  it('is dev unless it is named', () => {
    expect(deploymentStage().name).toBe('dev');
  });

  it('deletes everything of dev with the stack, and nothing of prod', () => {
    expect(deletionPolicies('dev')).toEqual(new Set(['Delete']));
    expect(deletionPolicies('prod')).toEqual(new Set(['Retain']));
  });

  it('keeps prod from being deleted by accident', () => {
    const stack = new OrderWorkflowStack(new App(), 'OrderWorkflow', { stage: deploymentStage('prod') });
    expect(stack.terminationProtection).toBe(true);
  });

  it('is released gradually in prod and at once in dev, unless it is said otherwise', () => {
    expect([deploymentStage('prod').gradual, deploymentStage('dev').gradual]).toEqual([true, false]);
    expect([deploymentStage('prod', 'false').gradual, deploymentStage('dev', 'true').gradual]).toEqual([false, true]);
    expect(() => deploymentStage('dev', 'yes')).toThrow('context gradual: given "yes", expected true or false');
  });

  it('that does not exist is refused by name', () => {
    expect(() => deploymentStage('staging')).toThrow('context stage: given "staging", expected dev or prod');
  });
});
