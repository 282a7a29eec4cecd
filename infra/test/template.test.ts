import { Match } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { template } from './synthesized.ts';

type Resource = { Type: string; Properties: Record<string, unknown> };
type Statement = { Action: string | string[]; Resource: unknown; Effect: string };

const resources = template.toJSON()['Resources'] as Record<string, Resource>;
const policies = Object.entries(template.findResources('AWS::IAM::Policy')) as unknown as [string, Resource][];

function statementsOf(name: RegExp): Statement[] {
  return policies
    .filter(([id]) => name.test(id))
    .flatMap(([, { Properties }]) => (Properties['PolicyDocument'] as { Statement: Statement[] }).Statement);
}
const actionsOf = (name: RegExp) => statementsOf(name).flatMap(({ Action }) => Action);

describe('the synthesized template', () => {
  it.each(['ValidateOrder', 'ProcessPayment', 'RefundPayment', 'ShipOrder', 'CancelShipment', 'NotifyCustomer'])(
    'has %sFunction on Node 24 and arm64, traced, with logs that expire',
    (name) => {
      const found = Object.entries(resources).filter(
        ([id, { Type }]) => Type === 'AWS::Lambda::Function' && id.includes(`${name}Function`),
      );
      expect(found).toHaveLength(1);
      expect(found[0]?.[1].Properties).toMatchObject({
        Runtime: 'nodejs24.x',
        Architectures: ['arm64'],
        Handler: 'index.handler',
        TracingConfig: { Mode: 'Active' },
        LoggingConfig: { LogFormat: 'JSON', LogGroup: expect.anything() },
      });
    },
  );

  it('keeps every log group for a month', () => {
    const groups = Object.values(resources).filter(({ Type }) => Type === 'AWS::Logs::LogGroup');
    expect(groups).toHaveLength(7);
    for (const { Properties } of groups) expect(Properties['RetentionInDays']).toBe(30);
  });

  it('logs every event of the state machine without the data in it, and traces it', () => {
    template.hasResourceProperties('AWS::StepFunctions::StateMachine', {
      StateMachineType: 'STANDARD',
      TracingConfiguration: { Enabled: true },
      LoggingConfiguration: Match.objectLike({ Level: 'ALL', IncludeExecutionData: false }),
    });
  });

  it('lets only Notify Customer publish, and to its topic alone', () => {
    expect(statementsOf(/NotifyCustomer/)).toContainEqual({
      Action: 'sns:Publish',
      Effect: 'Allow',
      Resource: { Ref: expect.stringMatching(/^OrdersNotifications/) },
    });
    const others = policies.filter(([id]) => !/NotifyCustomer/.test(id));
    expect(JSON.stringify(others)).not.toContain('sns:');
  });

  it.each(['ValidateOrder', 'ProcessPayment', 'RefundPayment', 'ShipOrder', 'CancelShipment'])(
    'gives %sFunction tracing and nothing else',
    (name) => {
      expect(actionsOf(new RegExp(name)).sort()).toEqual(['xray:PutTelemetryRecords', 'xray:PutTraceSegments']);
    },
  );

  it('lets the state machine call its functions and its queue', () => {
    const statements = statementsOf(/StateMachine/);
    const invoke = statements.filter(({ Action }) => Action === 'lambda:InvokeFunction');
    expect(JSON.stringify(invoke).match(/Fn::GetAtt/g)).toHaveLength(12);
    expect(statements.filter(({ Action }) => Action === 'sqs:SendMessage')).toHaveLength(1);
  });

  it('allows every resource only where AWS knows no other way', () => {
    const everywhere = policies
      .flatMap(([, { Properties }]) => (Properties['PolicyDocument'] as { Statement: Statement[] }).Statement)
      .filter(({ Resource }) => JSON.stringify(Resource) === '"*"')
      .flatMap(({ Action }) => Action);
    // X-Ray and the delivery of vended logs have no resources to name.
    expect(everywhere.filter((action) => !/^(xray|logs):/.test(action))).toEqual([]);
  });

  it('takes only encrypted connections at the topic and the queue', () => {
    for (const type of ['AWS::SNS::TopicPolicy', 'AWS::SQS::QueuePolicy'])
      template.hasResourceProperties(type, {
        PolicyDocument: Match.objectLike({
          Statement: Match.arrayWith([
            Match.objectLike({ Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }),
          ]),
        }),
      });
  });

  it('keeps undelivered notices for as long as SQS can', () => {
    template.hasResourceProperties('AWS::SQS::Queue', { MessageRetentionPeriod: 14 * 24 * 60 * 60 });
  });

  it('has an empty parameter for each setting of a stage', () => {
    template.hasParameter('PaymentGatewayUrl', { Type: 'String', Default: '' });
    template.hasParameter('CarrierUrl', { Type: 'String', Default: '' });
  });
});
