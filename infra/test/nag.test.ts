import { type App, Stack, Validations } from 'aws-cdk-lib';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { AwsSolutionsChecks, ServerlessChecks } from 'cdk-nag';
import { describe, expect, it } from 'vitest';
import { OrderWorkflowStack } from '../src/order-workflow-stack.ts';
import { deploymentEnvironment } from '../src/settings/deployment-environment.ts';
import { uncheckedApp } from './unchecked-app.ts';

/** Synthesizes with the rules of cdk-nag as the app does: a finding that is not acknowledged throws. */
function synthesize(fill: (app: App) => void): void {
  const app = uncheckedApp();
  fill(app);
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app), new ServerlessChecks(app));
  app.synth();
}

describe('the rules of AwsSolutions and Serverless', () => {
  it.each(['dev', 'prod'])('find nothing in %s that is not acknowledged with its reason', (environment) => {
    const settings = { environment: deploymentEnvironment(environment) };
    expect(() => synthesize((app) => new OrderWorkflowStack(app, 'OrderWorkflow', settings))).not.toThrow();
  });

  it('would find a topic that takes unencrypted connections (regression: the test looked for what is never reported)', () => {
    expect(() => synthesize((app) => new Topic(new Stack(app, 'Open'), 'Open'))).toThrow('AwsSolutions-SNS3');
  });
});
