import { App, Validations } from 'aws-cdk-lib';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { AwsSolutionsChecks, ServerlessChecks } from 'cdk-nag';
import { describe, expect, it } from 'vitest';
import { OrderWorkflowStack } from '../src/order-workflow-stack.ts';
import { deploymentEnvironment } from '../src/settings/deployment-environment.ts';

/** Synthesizes with the rules of cdk-nag as the app does: a finding that is not acknowledged throws. */
function synthesize(environment: string, change: (stack: OrderWorkflowStack) => void = () => {}): void {
  const app = new App();
  const stack = new OrderWorkflowStack(app, 'OrderWorkflow', { environment: deploymentEnvironment(environment) });
  change(stack);
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app), new ServerlessChecks(app));
  app.synth();
}

describe('the rules of AwsSolutions and Serverless', () => {
  it.each(['dev', 'prod'])('find nothing in %s that is not acknowledged with its reason', (environment) => {
    expect(() => synthesize(environment)).not.toThrow();
  });

  it('would find a topic that takes unencrypted connections (regression: the test looked for what is never reported)', () => {
    expect(() => synthesize('dev', (stack) => new Topic(stack, 'Open'))).toThrow('AwsSolutions-SNS3');
  });
});
