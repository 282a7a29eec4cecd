import { describe, expect, it } from 'vitest';
import { OrderWorkflowStack } from '../src/order-workflow-stack.ts';
import { deploymentEnvironment } from '../src/settings/deployment-environment.ts';
import { prod, template } from './synthesized.ts';
import { uncheckedApp } from './unchecked-app.ts';

interface Kept {
  readonly Type: string;
  readonly DeletionPolicy?: string;
  readonly UpdateReplacePolicy?: string;
}

const resources = { dev: resourcesOf(template), prod: resourcesOf(prod) };

function resourcesOf(of: typeof template): readonly Kept[] {
  return Object.values(of.toJSON()['Resources']);
}

describe('the environment of a deployment', () => {
  it('is dev unless it is named', () => {
    expect(deploymentEnvironment().name).toBe('dev');
  });

  it('deletes everything of dev with the stack', () => {
    expect(new Set(resources.dev.map(({ DeletionPolicy }) => DeletionPolicy))).toEqual(new Set(['Delete']));
  });

  it('retains of prod what holds data, and lets alarms, roles, versions and deployment groups go with their stack', () => {
    const kept = resources.prod.filter(({ DeletionPolicy }) => DeletionPolicy === 'Retain');
    expect(new Set(kept.map(({ Type }) => Type))).toEqual(
      new Set([
        'AWS::DynamoDB::Table',
        'AWS::KMS::Key',
        'AWS::Logs::LogGroup',
        'AWS::SNS::Topic',
        'AWS::SecretsManager::Secret',
        'AWS::SQS::Queue',
        'AWS::StepFunctions::StateMachine',
      ]),
    );
    for (const { UpdateReplacePolicy } of kept) expect(UpdateReplacePolicy).toBe('Retain');
    const types = new Set(kept.map(({ Type }) => Type));
    const others = resources.prod.filter(({ Type }) => !types.has(Type));
    expect(new Set(others.map(({ DeletionPolicy }) => DeletionPolicy))).toEqual(new Set(['Delete']));
    expect(kept).toHaveLength(resources.prod.filter(({ Type }) => types.has(Type)).length);
  });

  it('keeps prod from being deleted by accident', () => {
    const stack = new OrderWorkflowStack(uncheckedApp(), 'OrderWorkflow', {
      environment: deploymentEnvironment('prod'),
    });
    expect(stack.terminationProtection).toBe(true);
  });

  it('is released gradually in prod and at once in dev, unless it is said otherwise', () => {
    expect([deploymentEnvironment('prod').gradual, deploymentEnvironment('dev').gradual]).toEqual([true, false]);
    expect([deploymentEnvironment('prod', 'false').gradual, deploymentEnvironment('dev', 'true').gradual]).toEqual([
      false,
      true,
    ]);
    expect(() => deploymentEnvironment('dev', 'yes')).toThrow('context gradual: given "yes", expected true or false');
  });

  it('that does not exist is refused by name', () => {
    expect(() => deploymentEnvironment('staging')).toThrow('context stage: given "staging", expected dev or prod');
  });
});
