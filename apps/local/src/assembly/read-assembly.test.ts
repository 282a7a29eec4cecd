// biome-ignore-all lint/suspicious/noTemplateCurlyInString: CloudFormation writes its own references like this
import { describe, expect, it } from 'vitest';
import { cloudAssembly } from '../../test/cloud-assembly.ts';
import { temporaryFolder } from '../../test/temporary-folder.ts';
import { AssemblyUnreadable } from './assembly.ts';
import { readAssembly } from './read-assembly.ts';
import type { Template } from './read-synthesized-stack.ts';

const code = { S3Bucket: { 'Fn::Sub': 'assets-${AWS::Region}' }, S3Key: 'code.zip' };
const roleArn = 'arn:aws:iam::000000000000:role/Orders';
const machine = (DefinitionString: unknown = '{}') => ({
  Type: 'AWS::StepFunctions::StateMachine',
  Properties: { StateMachineName: 'Orders', RoleArn: roleArn, DefinitionString },
});
const lambda = (properties: object = {}) => ({
  Type: 'AWS::Lambda::Function',
  Properties: { FunctionName: 'Pay', Runtime: 'nodejs24.x', Handler: 'index.handler', Code: code, ...properties },
});

function read(resources: Template['Resources'], rest: Partial<Template> = {}, parameters?: Record<string, string>) {
  return readAssembly(cloudAssembly({ Resources: { Machine: machine(), ...resources }, ...rest }), parameters);
}

/** What the environment variable `VALUE` of a function resolves to. */
function resolved(value: unknown, resources: Template['Resources'] = {}, rest: Partial<Template> = {}) {
  const assembly = read({ Pay: lambda({ Environment: { Variables: { VALUE: value } } }), ...resources }, rest);
  return assembly.functions[0]?.environment['VALUE'];
}

describe(readAssembly, () => {
  it('describes the machine, the functions, the topics, the queues and the tables', () => {
    const assembly = read({
      Pay: lambda({ Timeout: 15, MemorySize: 256, Environment: { Variables: { URL: '' } } }),
      Notices: { Type: 'AWS::SNS::Topic' },
      Claims: {
        Type: 'AWS::DynamoDB::Table',
        Properties: { KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }], SSESpecification: { SSEEnabled: true } },
      },
      Parked: { Type: 'AWS::SQS::Queue', Properties: { QueueName: 'parked' } },
      Told: {
        Type: 'AWS::SNS::Subscription',
        Properties: {
          TopicArn: { Ref: 'Notices' },
          Protocol: 'sqs',
          Endpoint: { 'Fn::GetAtt': ['Parked', 'Arn'] },
          FilterPolicy: { to: [{ exists: true }] },
        },
      },
      Pager: { Type: 'AWS::SNS::Subscription', Properties: { Protocol: 'email', Endpoint: 'a@example.com' } },
      Polled: {
        Type: 'AWS::Lambda::EventSourceMapping',
        Properties: { EventSourceArn: { 'Fn::GetAtt': ['Parked', 'Arn'] }, FunctionName: { Ref: 'Pay' }, BatchSize: 5 },
      },
    });
    expect(assembly).toEqual({
      stateMachine: {
        logicalId: 'Machine',
        name: 'Orders',
        arn: 'arn:aws:states:us-east-1:000000000000:stateMachine:Orders',
        type: 'STANDARD',
        roleArn,
        definition: '{}',
        synthesizedAt: expect.any(Date),
      },
      functions: [
        {
          logicalId: 'Pay',
          name: 'Pay',
          arn: 'arn:aws:lambda:us-east-1:000000000000:function:Pay',
          codeDirectory: expect.stringMatching(/asset\.code$/),
          handler: 'index.handler',
          timeoutSeconds: 15,
          memoryMb: 256,
          environment: { URL: '' },
        },
      ],
      topics: [{ name: 'Shop-Notices', arn: 'arn:aws:sns:us-east-1:000000000000:Shop-Notices' }],
      queues: [
        {
          name: 'parked',
          arn: 'arn:aws:sqs:us-east-1:000000000000:parked',
          url: 'https://sqs.us-east-1.amazonaws.com/000000000000/parked',
        },
      ],
      tables: [
        {
          name: 'Shop-Claims',
          arn: 'arn:aws:dynamodb:us-east-1:000000000000:table/Shop-Claims',
          definition: { KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }] },
        },
      ],
      queueSubscriptions: [
        {
          topicArn: 'arn:aws:sns:us-east-1:000000000000:Shop-Notices',
          queueArn: 'arn:aws:sqs:us-east-1:000000000000:parked',
          filterPolicy: '{"to":[{"exists":true}]}',
        },
      ],
      queueSources: [{ queueArn: 'arn:aws:sqs:us-east-1:000000000000:parked', functionName: 'Pay', batchSize: 5 }],
    });
  });

  it("takes Lambda's own time-out and memory when the template names none", () => {
    expect(read({ Pay: lambda() }).functions[0]).toMatchObject({ timeoutSeconds: 3, memoryMb: 128 });
  });

  it('resolves the references in the definition', () => {
    const assembly = readAssembly(
      cloudAssembly({
        Resources: {
          Pay: lambda(),
          Live: { Type: 'AWS::Lambda::Alias', Properties: { FunctionName: { Ref: 'Pay' }, Name: 'live' } },
          Parked: { Type: 'AWS::SQS::Queue' },
          Machine: machine({
            'Fn::Join': ['', ['{"plain":"', { 'Fn::GetAtt': ['Pay', 'Arn'] }, '","alias":"', { Ref: 'Live' }, '"}']],
          }),
        },
      }),
    );
    const pay = 'arn:aws:lambda:us-east-1:000000000000:function:Pay';
    expect(JSON.parse(assembly.stateMachine.definition)).toEqual({ plain: pay, alias: `${pay}:live` });
  });

  it('takes parameters that are given, and the defaults of the others', () => {
    const Parameters = { Url: { Type: 'String', Default: '' }, Level: { Type: 'String', Default: 'info' } };
    const Pay = lambda({ Environment: { Variables: { URL: { Ref: 'Url' }, LEVEL: { Ref: 'Level' } } } });
    expect(read({ Pay }, { Parameters }).functions[0]?.environment).toEqual({ URL: '', LEVEL: 'info' });
    const given = read({ Pay }, { Parameters }, { Url: 'http://127.0.0.1:1' });
    expect(given.functions[0]?.environment).toEqual({ URL: 'http://127.0.0.1:1', LEVEL: 'info' });
    expect(() => read({ Pay }, { Parameters }, { Uri: 'x' })).toThrow('Shop has no parameter Uri');
  });

  it('leaves out resources whose condition does not hold', () => {
    const Conditions = { Never: { 'Fn::Equals': ['a', 'b'] }, Always: { 'Fn::Not': [{ Condition: 'Never' }] } };
    const queue = (Condition: string) => ({ Type: 'AWS::SQS::Queue', Condition });
    const { queues } = read({ No: queue('Never'), Yes: queue('Always') }, { Conditions });
    expect(queues.map(({ name }) => name)).toEqual(['Shop-Yes']);
  });

  it.each<[string, unknown, unknown]>([
    ['Ref to a pseudo parameter', { Ref: 'AWS::Region' }, 'us-east-1'],
    ['Ref to a topic', { Ref: 'Notices' }, 'arn:aws:sns:us-east-1:000000000000:Shop-Notices'],
    ['Fn::GetAtt as text', { 'Fn::GetAtt': 'Notices.TopicName' }, 'Shop-Notices'],
    [
      'Fn::Sub with a reference',
      { 'Fn::Sub': 'in ${AWS::Region} to ${Notices.TopicName}' },
      'in us-east-1 to Shop-Notices',
    ],
    ['Fn::Sub with a value of its own', { 'Fn::Sub': ['${A}-${!B}', { A: { Ref: 'AWS::Partition' } }] }, 'aws-${B}'],
    ['Fn::Select of Fn::Split', { 'Fn::Select': [1, { 'Fn::Split': ['/', 'a/b/c'] }] }, 'b'],
    ['Fn::If that holds', { 'Fn::If': ['Yes', 'one', 'two'] }, 'one'],
    ['Fn::If that does not', { 'Fn::If': ['No', 'one', { 'Fn::Join': ['+', ['t', 'wo']] }] }, 't+wo'],
    ['Fn::FindInMap', { 'Fn::FindInMap': ['Sizes', { Ref: 'AWS::Region' }, 'small'] }, '1'],
    ['Fn::Base64', { 'Fn::Base64': 'hi' }, 'aGk='],
    [
      "CloudFormation's reference to a secret that it made",
      { 'Fn::Join': ['', ['{{resolve:secretsmanager:', { Ref: 'Key' }, ':SecretString:::}}']] },
      expect.stringMatching(/^[0-9a-f]{64}$/),
    ],
  ])('resolves %s', (_, value, expected) => {
    const Notices = { Type: 'AWS::SNS::Topic' };
    const Key = { Type: 'AWS::SecretsManager::Secret' };
    const Conditions = {
      Yes: { 'Fn::And': [{ 'Fn::Equals': ['1', 1] }] },
      No: { 'Fn::Or': [{ 'Fn::Equals': ['a', 'b'] }] },
    };
    const Mappings = { Sizes: { 'us-east-1': { small: '1' } } };
    expect(resolved(value, { Notices, Key }, { Conditions, Mappings })).toEqual(expected);
  });

  it('drops a property that is AWS::NoValue', () => {
    const variables = { A: '1', B: { Ref: 'AWS::NoValue' } };
    expect(read({ Pay: lambda({ Environment: { Variables: variables } }) }).functions[0]?.environment).toEqual({
      A: '1',
    });
  });

  it.each<[string, unknown, string]>([
    [
      'an unknown reference',
      { Ref: 'Nowhere' },
      'Pay.Environment.Variables.VALUE: cannot resolve a reference to Nowhere',
    ],
    ['an unknown attribute', { 'Fn::GetAtt': ['Pay', 'Colour'] }, 'cannot resolve the attribute Pay.Colour'],
    [
      'an unknown function',
      { 'Fn::Cidr': ['10.0.0.0/8', 1, 1] },
      'Pay.Environment.Variables.VALUE: Fn::Cidr is not supported',
    ],
    ['an unknown condition', { 'Fn::If': ['Nope', 1, 2] }, 'there is no condition Nope'],
    ['a selection beyond the end', { 'Fn::Select': [2, ['a']] }, 'Fn::Select finds nothing at 2'],
  ])('names the resource and the property of %s', (_, value, message) => {
    expect(() => resolved(value)).toThrow(AssemblyUnreadable);
    expect(() => resolved(value)).toThrow(message);
  });

  it('does not mind a resource of an unknown kind until something needs it', () => {
    expect(
      read({ Alarm: { Type: 'AWS::CloudWatch::Alarm', Properties: { A: { Ref: 'Nowhere' } } } }).functions,
    ).toEqual([]);
  });

  it('leaves functions alone that are not for Node', () => {
    expect(read({ Helper: lambda({ Runtime: 'python3.13', FunctionName: 'Helper' }) }).functions).toEqual([]);
  });

  it('says what to do when nothing is synthesized', () => {
    expect(() => readAssembly(temporaryFolder())).toThrow(/run `pnpm synth` first/);
  });

  it('says which function lacks its code', () => {
    expect(() => read({ Pay: lambda({ Code: { S3Key: 'gone.zip' } }) })).toThrow(
      'Pay.Code: no asset has the key "gone.zip"',
    );
  });

  it.each([{ 'Fn::GetAtt': ['Role', 'Arn'] }, undefined])(
    'names a role of its own for a machine whose role is not in the template: %j',
    (RoleArn) => {
      const properties = { ...machine().Properties, RoleArn };
      const { stateMachine } = read({ Machine: { ...machine(), Properties: properties } });
      expect(stateMachine.roleArn).toBe('arn:aws:iam::000000000000:role/Orders');
    },
  );

  it('resolves the role of a machine', () => {
    const properties = { ...machine().Properties, RoleArn: { 'Fn::GetAtt': ['Role', 'Arn'] } };
    const Role = { Type: 'AWS::IAM::Role', Properties: { RoleName: 'runs-orders' } };
    const { stateMachine } = read({ Role, Machine: { ...machine(), Properties: properties } });
    expect(stateMachine.roleArn).toBe('arn:aws:iam::000000000000:role/runs-orders');
  });

  it('wants exactly one machine, and one beside it at most that cancels', () => {
    expect(() => read({ Another: machine() })).toThrow('expected one state machine, found more');
    const cancels = { ...machine(), Metadata: { 'OrderWorkflow::Machine': 'cancellation' } };
    expect(read({ Cancels: cancels }).cancellation?.logicalId).toBe('Cancels');
    expect(read({}).cancellation).toBeUndefined();
    expect(() => read({ Cancels: cancels, Another: cancels })).toThrow('expected one state machine that cancels');
    expect(() => readAssembly(cloudAssembly({}))).toThrow('no stack holds a state machine');
  });
});
