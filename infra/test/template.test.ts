import { Match } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { stages, template } from './synthesized.ts';

type Resource = { Type: string; Properties: Record<string, unknown> };
const resources = template.toJSON()['Resources'] as Record<string, Resource>;

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
    // One of each function, the mailer's among them, one of the executions of each state machine.
    expect(groups).toHaveLength(stages.length + 3);
    for (const { Properties } of groups) expect(Properties['RetentionInDays']).toBe(30);
  });

  it('keeps the log of executions under a name that needs no entry in the resource policy of the account', () => {
    const names = Object.values(resources).flatMap(({ Type, Properties }) =>
      Type === 'AWS::Logs::LogGroup' && Properties['LogGroupName'] ? [JSON.stringify(Properties['LogGroupName'])] : [],
    );
    const vended = expect.stringMatching(/^\{"Fn::Join":\["",\["\/aws\/vendedlogs\/states\/.*AWS::StackId/);
    expect(names).toEqual([vended, vended]);
    expect(new Set(names).size).toBe(2);
  });

  it('logs every event of the state machine without the data in it, and traces it', () => {
    template.hasResourceProperties('AWS::StepFunctions::StateMachine', {
      StateMachineType: 'STANDARD',
      TracingConfiguration: { Enabled: true },
      LoggingConfiguration: Match.objectLike({ Level: 'ALL', IncludeExecutionData: false }),
    });
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

  it('encrypts whatever can hold an order with the key of the workflow', () => {
    const key = { 'Fn::GetAtt': [expect.stringMatching(/^OrdersDataKey/), 'Arn'] };
    const encrypted = Object.values(resources).flatMap(({ Type, Properties }) => {
      if (Type === 'AWS::Logs::LogGroup') return [Properties['KmsKeyId']];
      if (Type === 'AWS::SNS::Topic' || Type === 'AWS::SQS::Queue') return [Properties['KmsMasterKeyId']];
      if (Type === 'AWS::StepFunctions::StateMachine')
        return [(Properties['EncryptionConfiguration'] as Record<string, unknown>)['KmsKeyId']];
      return [];
    });
    // The log groups, two topics, four queues, two state machines.
    expect(encrypted).toEqual(Array.from({ length: stages.length + 3 + 8 }, () => key));
  });

  it('lets CloudWatch Logs use the key for log groups of this account and region, and nothing else', () => {
    template.hasResourceProperties('AWS::KMS::Key', {
      KeyPolicy: {
        Statement: Match.arrayWith([
          Match.objectLike({
            Effect: 'Allow',
            Action: ['kms:Decrypt', 'kms:DescribeKey', 'kms:Encrypt', 'kms:GenerateDataKey*', 'kms:ReEncrypt*'],
            Condition: { ArnLike: { 'kms:EncryptionContext:aws:logs:arn': Match.anyValue() } },
          }),
        ]),
      },
    });
  });

  it('calls every function through its alias, so that a redriven execution meets the fix', () => {
    const machines = Object.values(resources).filter(({ Type }) => Type === 'AWS::StepFunctions::StateMachine');
    const parts = machines.flatMap(
      ({ Properties }) => (Properties['DefinitionString'] as { 'Fn::Join': [string, unknown[]] })['Fn::Join'][1],
    );
    const called = parts.filter((part) => JSON.stringify(part).includes('Function'));
    const aliases = Object.entries(resources)
      .filter(([, { Type }]) => Type === 'AWS::Lambda::Alias')
      .map(([Ref]) => ({ Ref }));
    expect(aliases).toHaveLength(stages.length);
    expect(called.filter((part) => typeof part === 'object')).toEqual(expect.arrayContaining(aliases));
    // A function that waits, or announces, is called from two states.
    const distinct = new Set(called.filter((part) => typeof part === 'object').map((part) => JSON.stringify(part)));
    expect(distinct.size).toBe(stages.length);
  });

  it('keeps undelivered notices for as long as SQS can', () => {
    template.hasResourceProperties('AWS::SQS::Queue', { MessageRetentionPeriod: 14 * 24 * 60 * 60 });
  });

  it('reads a secret by its ARN, and grants nothing where there is none', () => {
    const pattern = new RegExp(
      `^${template.findParameters('CarrierSecretArn')['CarrierSecretArn']!['AllowedPattern']}$`,
    );
    const arn = 'arn:aws:secretsmanager:eu-central-1:123456789012:secret:shop/carrier-AbCdEf';
    expect(['', arn].every((value) => pattern.test(value))).toBe(true);
    expect(['sk_live_abc', 'shop/carrier', arn.slice(0, -7)].some((value) => pattern.test(value))).toBe(false);
    const reading = Object.values(resources).filter(
      ({ Type, Properties }) => Type === 'AWS::IAM::Policy' && JSON.stringify(Properties).includes('secretsmanager'),
    ) as (Resource & { Condition?: string })[];
    const secrets = stages.flatMap(({ access }) => access.secret ?? []);
    expect(secrets.length).toBeGreaterThanOrEqual(4);
    expect(reading).toHaveLength(secrets.length);
    for (const { Condition = '' } of reading)
      expect(template.toJSON()['Conditions'][Condition]).toEqual({
        'Fn::Not': [{ 'Fn::Equals': [{ Ref: expect.stringMatching(/^[A-Z][A-Za-z]+SecretArn$/) }, ''] }],
      });
  });

  it('limits the calls at once where a deployment says so, and never those of an undo', () => {
    template.hasParameter('StageConcurrency', { Type: 'Number', Default: 0 });
    const limits = Object.entries(resources)
      .filter(([, { Type }]) => Type === 'AWS::Lambda::Function')
      .map(([id, { Properties }]) => [
        id.replace(/^Orders(.*)Function.*$/, '$1'),
        Properties['ReservedConcurrentExecutions'],
      ]);
    const limited = { 'Fn::If': [expect.any(String), { Ref: 'StageConcurrency' }, { Ref: 'AWS::NoValue' }] };
    expect(Object.fromEntries(limits)).toMatchObject({
      ValidateOrder: limited,
      ProcessPayment: limited,
      ShipOrder: limited,
      NotifyCustomer: limited,
      CancelShipment: undefined,
      RefundPayment: undefined,
    });
  });

  it('has an empty parameter for each setting of a stage', () => {
    template.hasParameter('PaymentGatewayUrl', { Type: 'String', Default: '' });
    template.hasParameter('CarrierUrl', { Type: 'String', Default: '' });
    template.hasParameter('SimulatedServices', { Type: 'String', Default: 'no', AllowedValues: ['no', 'yes'] });
  });
});
