import { App, Validations } from 'aws-cdk-lib';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { AwsSolutionsChecks, ServerlessChecks } from 'cdk-nag';
import { describe, expect, it } from 'vitest';
import { deploymentStage } from '../src/deployment-stage.ts';
import { OrderWorkflowStack } from '../src/order-workflow-stack.ts';

/** Synthesizes with the rules of cdk-nag; an unacknowledged finding fails it. */
function findings(stage: string, change: (stack: OrderWorkflowStack) => void = () => {}): string {
  const app = new App();
  const stack = new OrderWorkflowStack(app, 'OrderWorkflow', { stage: deploymentStage(stage) });
  change(stack);
  const packs = [new AwsSolutionsChecks(app), new ServerlessChecks(app)];
  Validations.of(app).addPlugins(...packs);
  return JSON.stringify(packs.map((pack) => pack.validateScope(app)));
}

describe('the rules of AwsSolutions and Serverless', () => {
  it.each(['dev', 'prod'])('find nothing in %s that is not acknowledged with its reason', (stage) => {
    expect(findings(stage)).not.toContain('"violatingConstructs":[{');
  });

  it('would find a topic that takes unencrypted connections', () => {
    expect(findings('dev', (stack) => new Topic(stack, 'Open'))).toContain('SNS3');
  });
});
