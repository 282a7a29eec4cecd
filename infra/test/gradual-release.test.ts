import { readFileSync } from 'node:fs';
import { Stack } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { orderWorkflow } from '../src/order-workflow.ts';
import { OrderWorkflow } from '../src/order-workflow-construct.ts';
import { aReadyStage } from './a-ready-stage.ts';
import { template as allAtOnce, stages, prod as template } from './synthesized.ts';
import { uncheckedApp } from './unchecked-app.ts';

const resources = template.toJSON()['Resources'] as Record<string, Record<string, unknown>>;

describe('a gradual release', () => {
  it('gives each function a tenth of the calls first, and goes back when its own alarms ring', () => {
    const groups = Object.values(template.findResources('AWS::CodeDeploy::DeploymentGroup'));
    expect(groups).toHaveLength(stages.length);
    for (const { Properties } of groups) {
      expect(Properties).toMatchObject({
        DeploymentConfigName: 'CodeDeployDefault.LambdaCanary10Percent10Minutes',
        AutoRollbackConfiguration: {
          Enabled: true,
          Events: ['DEPLOYMENT_FAILURE', 'DEPLOYMENT_STOP_ON_REQUEST', 'DEPLOYMENT_STOP_ON_ALARM'],
        },
        AlarmConfiguration: { Enabled: true },
      });
      const [defects, failures] = Properties.AlarmConfiguration.Alarms.map(
        ({ Name }: { Name: { Ref: string } }) => Name.Ref,
      );
      const [of] = /^OrdersFunctionReleases\w+?Function(?=Defects)/.exec(defects) ?? [];
      expect([defects, failures]).toEqual([
        expect.stringMatching(`^${of}Defects`),
        expect.stringMatching(`^${of}Failures`),
      ]);
    }
  });

  it('is judged by defects and failures, not by rejections, and calls nobody', () => {
    const [defects, failures] = ['Defects', 'Failures'].map((what) => {
      const [alarm] = Object.entries(template.findResources('AWS::CloudWatch::Alarm')).filter(([id]) =>
        id.startsWith(`OrdersFunctionReleasesProcessPaymentFunction${what}`),
      );
      return alarm?.[1]['Properties'];
    });
    expect(defects).toMatchObject({ MetricName: 'defects', Statistic: 'Sum', Threshold: 1, EvaluationPeriods: 1 });
    expect(JSON.stringify(failures.Metrics)).toContain('errors - FILL(rejections, 0)');
    expect(failures).toMatchObject({ Threshold: 5, EvaluationPeriods: 1 });
    for (const alarm of [defects, failures]) expect(alarm).not.toHaveProperty('AlarmActions');
  });

  it('moves every alias by CodeDeploy', () => {
    const aliases = Object.values(resources).filter(({ Type }) => Type === 'AWS::Lambda::Alias');
    expect(aliases).toHaveLength(stages.length);
    for (const alias of aliases) expect(alias['UpdatePolicy']).toHaveProperty('CodeDeployLambdaAliasUpdate');
  });

  it('gives a new definition a tenth of the executions first', () => {
    template.hasResourceProperties('AWS::StepFunctions::StateMachineVersion', {
      StateMachineRevisionId: {
        'Fn::GetAtt': [Match.stringLikeRegexp('^OrdersStateMachine'), 'StateMachineRevisionId'],
      },
    });
    template.hasResourceProperties('AWS::StepFunctions::StateMachineAlias', {
      Name: 'live',
      DeploymentPreference: { Type: 'CANARY', Percentage: 10, Interval: 10, Alarms: [Match.anyValue()] },
    });
  });

  it('says at its alarms where the runbook tells what to do', () => {
    const runbook = readFileSync(new URL('../../docs/runbook.md', import.meta.url), 'utf8');
    expect(runbook).toContain('\n## A release was taken back\n');
    const alarms = Object.entries(template.findResources('AWS::CloudWatch::Alarm')).filter(([id]) =>
      /^Orders/.test(id),
    );
    // Two of each function, one of the executions.
    expect(alarms).toHaveLength(2 * stages.length + 1);
    for (const [, { Properties }] of alarms)
      expect(Properties.AlarmDescription).toContain('docs/runbook.md#a-release-was-taken-back');
  });

  it('has executions started at the alias', () => {
    template.hasOutput('PlaceOrdersAt', {
      Value: { 'Fn::GetAtt': [Match.stringLikeRegexp('^OrdersReleaseLive'), 'Arn'] },
    });
  });

  it('asks for no permission that a release at once does not, but CodeDeploy to move these aliases', () => {
    const policies = (of: Template) => Object.entries(of.findResources('AWS::IAM::Policy'));
    const [more, ...others] = policies(template).filter(([id]) => !policies(allAtOnce).some(([known]) => known === id));
    expect(others).toEqual([]);
    const { PolicyDocument, Roles } = more?.[1]['Properties'] ?? {};
    expect(Roles).toEqual([{ Ref: expect.stringMatching(/^OrdersFunctionReleasesCodeDeployRole/) }]);
    const [moving, looking] = PolicyDocument.Statement;
    expect(moving.Action).toEqual(['lambda:GetAlias', 'lambda:GetProvisionedConcurrencyConfig', 'lambda:UpdateAlias']);
    expect(moving.Resource).toHaveLength(2 * stages.length);
    expect(looking.Action).toBe('cloudwatch:DescribeAlarms');
    expect(looking.Resource).toHaveLength(2 * stages.length);
    expect(JSON.stringify(PolicyDocument)).not.toContain('*');
  });

  it('gives CodeDeploy one role, without a policy of AWS for every function of the account', () => {
    const roles = Object.values(template.findResources('AWS::IAM::Role')).map(({ Properties }) => Properties);
    expect(roles.filter((role) => JSON.stringify(role).includes('codedeploy'))).toHaveLength(1);
    expect(roles.filter(({ ManagedPolicyArns }) => ManagedPolicyArns)).toEqual([]);
  });
});

describe('a release at once', () => {
  it('needs nothing of all that', () => {
    const types = Object.values(allAtOnce.toJSON()['Resources']).map((one) => (one as { Type: string }).Type);
    expect(types.filter((type) => /CodeDeploy|MachineVersion|MachineAlias/.test(type))).toEqual([]);
    allAtOnce.hasOutput('PlaceOrdersAt', { Value: { Ref: Match.stringLikeRegexp('^OrdersStateMachine') } });
  });
});

describe('a stage that has left the workflow', () => {
  it('keeps its function and may still be called by executions that began before', () => {
    const retired = aReadyStage('retired');
    const stack = new Stack(uncheckedApp(), 'Stack');
    new OrderWorkflow(stack, 'Orders', { workflow: orderWorkflow, retired: [retired] });
    const [role] = Object.entries(Template.fromStack(stack).findResources('AWS::IAM::Policy')).filter(([id]) =>
      id.startsWith('OrdersStateMachineRole'),
    );
    const callable = JSON.stringify(role);
    expect(callable.match(/Orders(\w+?)FunctionLive/g)).toContain('OrdersRetiredFunctionLive');
    expect(JSON.stringify(Template.fromStack(stack).findResources('AWS::StepFunctions::StateMachine'))).not.toContain(
      'Retired',
    );
  });
});
