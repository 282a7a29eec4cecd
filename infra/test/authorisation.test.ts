import { Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { AttributeType, Table } from 'aws-cdk-lib/aws-dynamodb';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { SqsSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { describe, expect, it } from 'vitest';
import { WorkflowWatch } from '../src/observability/workflow-watch.ts';
import { orderWorkflow } from '../src/order-workflow.ts';
import { OrderWorkflow, type OrderWorkflowProps } from '../src/order-workflow-construct.ts';
import { account, deployed, type Elsewhere, region } from './authorisation/deployed-template.ts';
import { isAllowed } from './authorisation/evaluate.ts';
import type { PolicyDocument, Statement } from './authorisation/policy.ts';
import { walksOf } from './authorisation/walks.ts';
import { express, prod, stages, template } from './synthesized.ts';
import { uncheckedApp } from './unchecked-app.ts';

/**
 * Whether AWS would let the deployed stack do its work: every call is made as its caller makes it, and the statements of all
 * policies on its way are evaluated. No emulator does that, and no account is at hand.
 */

// biome-ignore lint/suspicious/noExplicitAny: a test looks into a template as a reader of JSON does
type Json = any;

/** The workflow, watched, in a stack of somebody else. */
function inAStack(
  props: (stack: Stack) => Partial<OrderWorkflowProps>,
  change: (watch: WorkflowWatch) => void = () => {},
) {
  const stack = new Stack(uncheckedApp(), 'Shop');
  const orders = new OrderWorkflow(stack, 'Orders', { workflow: orderWorkflow, ...props(stack) });
  change(new WorkflowWatch(stack, 'Watch', { orders, ordersAnHour: 1000 }));
  return Template.fromStack(stack);
}

const encrypted = (stack: Stack, id: string) => ({
  encryption: QueueEncryption.KMS,
  encryptionMasterKey: new Key(stack, `${id}Key`),
});

/** Topic, queue and key are the app's, and no two have one key. */
const foreign = inAStack((stack) => ({
  dataKey: new Key(stack, 'ShopKey'),
  notifications: new Topic(stack, 'News', { masterKey: new Key(stack, 'NewsKey'), enforceSSL: true }),
  undeliveredNotices: new Queue(stack, 'Untold', { ...encrypted(stack, 'Untold'), enforceSSL: true }),
  tables: {
    orders: new Table(stack, 'Books', {
      partitionKey: { name: 'orderId', type: AttributeType.STRING },
      encryptionKey: new Key(stack, 'BooksKey'),
    }),
  },
}));

const arn = (service: string, resource: string) => `arn:aws:${service}:${region}:${account}:${resource}`;
const key = (digit: string) => arn('kms', `key/00000000-0000-4000-8000-00000000000${digit}`);
const keys = { data: key('1'), news: key('2'), untold: key('3'), books: key('4') };

/** They are of another stack, and only referred to. */
const imported = inAStack((stack) => ({
  dataKey: Key.fromKeyArn(stack, 'ShopKey', keys.data),
  notifications: Topic.fromTopicAttributes(stack, 'News', { topicArn: arn('sns', 'News'), keyArn: keys.news }),
  undeliveredNotices: Queue.fromQueueAttributes(stack, 'Untold', {
    queueArn: arn('sqs', 'Untold'),
    keyArn: keys.untold,
  }),
  tables: {
    orders: Table.fromTableAttributes(stack, 'Books', {
      tableArn: arn('dynamodb', 'table/Books'),
      encryptionKey: Key.fromKeyArn(stack, 'BooksKey', keys.books),
    }),
  },
}));

/** What the CDK and the console give a key: the account's own policies say who may use it. */
const trustsAccount: PolicyDocument = {
  Statement: [{ Effect: 'Allow', Principal: { AWS: `arn:aws:iam::${account}:root` }, Action: 'kms:*', Resource: '*' }],
};
/** And what `dataKey` says that an imported one must have besides. */
const servesWorkflow: PolicyDocument = {
  Statement: [
    ...trustsAccount.Statement,
    {
      Effect: 'Allow',
      Principal: { Service: [`logs.${region}.amazonaws.com`, 'delivery.logs.amazonaws.com'] },
      Action: ['kms:Encrypt', 'kms:Decrypt', 'kms:ReEncrypt*', 'kms:GenerateDataKey*', 'kms:DescribeKey'],
      Resource: '*',
    },
    {
      Effect: 'Allow',
      Principal: { Service: ['cloudwatch.amazonaws.com', 'events.amazonaws.com'] },
      Action: ['kms:Decrypt', 'kms:GenerateDataKey*'],
      Resource: '*',
    },
  ],
};
const elsewhere: Elsewhere = {
  [keys.data]: { policy: servesWorkflow },
  [keys.news]: { policy: trustsAccount },
  [keys.untold]: { policy: trustsAccount },
  [keys.books]: { policy: trustsAccount },
  [arn('sns', 'News')]: { KmsMasterKeyId: keys.news },
  [arn('sqs', 'Untold')]: { KmsMasterKeyId: keys.untold },
  [arn('dynamodb', 'table/Books')]: { KmsMasterKeyId: keys.books },
};

const stacks = {
  dev: walksOf(template),
  prod: walksOf(prod),
  ...(express && { Express: walksOf(express) }),
  'an app with topic, queue, table and keys of its own': walksOf(foreign),
  'an app that refers to topic, queue, table and keys of another stack': walksOf(imported, { elsewhere }),
};

/** The functions of the stages that ask for the table of orders. */
const whoKeepOrders = stages.flatMap(({ access, functionName }) => (access.table === 'orders' ? [functionName] : []));

const refused = (walks: ReturnType<typeof walksOf>) => walks.filter(({ allowed }) => !allowed).map(({ name }) => name);
const named = (walks: ReturnType<typeof walksOf>, pattern: RegExp) => walks.filter(({ name }) => pattern.test(name));

describe.each(Object.entries(stacks))('in %s', (_, walks) => {
  it('every alarm reaches the operations topic, and its key (regression: a policy of its own shut CloudWatch out)', () => {
    const ofAlarms = named(walks, /by cloudwatch/);
    expect(named(ofAlarms, /sns:Publish/).length).toBeGreaterThan(8);
    expect(named(ofAlarms, /kms:/)).toHaveLength(2 * named(ofAlarms, /sns:Publish/).length);
    expect(refused(ofAlarms)).toEqual([]);
  });

  it('every event rule reaches its target and the queue behind it, and their keys', () => {
    const ofRules = named(walks, /by events/);
    const ofOne = [
      'sns:Publish',
      'kms:Decrypt',
      'kms:GenerateDataKey',
      'sqs:SendMessage',
      'kms:Decrypt',
      'kms:GenerateDataKey',
    ];
    expect(ofRules.map(({ name }) => name.replace(/.* → .*: (.*) by .*/, '$1'))).toEqual([...ofOne, ...ofOne]);
    expect(refused(ofRules)).toEqual([]);
  });

  it('the state machine may use its key, call every stage, keep its log and park notices (regression: its name was empty)', () => {
    const ofMachine = named(walks, /^(?!.*Cancellation).*StateMachine.* → /);
    // A function that waits, or announces, is called from two states.
    expect(named(ofMachine, /lambda:InvokeFunction/).length).toBeGreaterThanOrEqual(stages.length - 1);
    expect(named(ofMachine, /sqs:SendMessage/)).toHaveLength(1);
    expect(refused(ofMachine)).toEqual([]);
  });

  it('the state machine that cancels may call the undos, and stop executions of the other, which alone it may', () => {
    const ofMachine = named(walks, /CancellationStateMachine.* → /);
    expect(named(ofMachine, /lambda:InvokeFunction/).length).toBeGreaterThanOrEqual(4);
    expect(named(ofMachine, /states:StopExecution/)).toHaveLength(walks === stacks.Express ? 0 : 1);
    expect(named(ofMachine, /sqs:SendMessage/)).toHaveLength(1);
    expect(refused(ofMachine)).toEqual([]);
  });

  it('who claims orders, and who closes them, may get and put items, with the key of the table', () => {
    const ofTable = named(walks, /dynamodb:/);
    expect(ofTable.map(({ name }) => name.replace(/^Orders(\w+?Function).*: (\S+) by .*$/, '$1 $2'))).toEqual(
      whoKeepOrders.flatMap((name) => ['GetItem', 'PutItem'].map((action) => `${name} dynamodb:${action}`)),
    );
    expect(refused(ofTable)).toEqual([]);
  });

  it('everything else that the stack does is allowed, too', () => {
    expect(walks.length).toBeGreaterThan(100);
    expect(refused(walks)).toEqual([]);
  });
});

describe('the role of the state machine that cancels', () => {
  const stack = deployed(template);
  const [orders, cancellations] = ['Orders', 'Cancellation'].map(
    (which) =>
      stack
        .ofType('AWS::StepFunctions::StateMachine')
        .find(({ id }) => id.includes('Cancellation') === (which !== 'Orders'))!,
  );
  const execution = (machine: typeof orders) => `${machine!.arn.replace(':stateMachine:', ':execution:')}:order-12345`;
  const may = (machine: typeof orders, action: string, resource: string) =>
    isAllowed(
      { caller: machine!.properties.RoleArn, action, resource, context: {} },
      { identity: stack.identityOf(machine!.properties.RoleArn) },
    );

  it('may stop executions of orders, and of no other machine', () => {
    expect(may(cancellations, 'states:StopExecution', execution(orders))).toBe(true);
    for (const other of [execution(cancellations), arn('states', 'execution:Elsewhere:order-12345')])
      expect(may(cancellations, 'states:StopExecution', other)).toBe(false);
  });

  it('may neither start nor redrive one; and the role of orders may not stop any', () => {
    for (const action of ['states:StartExecution', 'states:RedriveExecution', 'states:DescribeExecution'])
      for (const resource of [execution(orders), orders!.arn]) expect(may(cancellations, action, resource)).toBe(false);
    expect(may(orders, 'states:StopExecution', execution(orders))).toBe(false);
  });
});

describe.each([
  ['dev', template],
  ['prod', prod],
])('the mailer of %s, where a deployment has a sender', (_, of) => {
  const sender = 'orders@shop.example';
  const world = { parameters: { NoticeSender: sender } };
  const walks = walksOf(of, world);
  const stack = deployed(of, world);
  const [mailer] = stack.ofType('AWS::Lambda::Function').filter(({ id }) => id.includes('SendLetters'));
  const caller: string = mailer?.properties.Role ?? '';
  const may = (action: string, resource: string, context = {}) =>
    isAllowed(
      { caller, action, resource, context: { 'aws:SecureTransport': 'true', ...context } },
      { identity: stack.identityOf(caller), resource: stack.policyOf(resource) },
    );
  const identity = (name: string) => arn('ses', `identity/${name}`);

  it('is not there without one: nothing of it is deployed, and nothing else is missing', () => {
    const without = deployed(of).resources.map(({ id }) => id);
    const more = stack.resources.map(({ id }) => id).filter((id) => !without.includes(id));
    expect(more.every((id) => /Mail|LettersUndelivered/.test(id))).toBe(true);
    expect(more.length).toBeGreaterThan(12);
    expect(without.some((id) => /Mail|Letters/.test(id))).toBe(false);
  });

  it('is reached by the notices and by what SES tells of letters, and may do its work', () => {
    expect(named(walks, /Mail.*: sqs:SendMessage by sns/)).toHaveLength(1);
    // To its queue, and to the one behind it.
    expect(named(walks, /Mail.*: sqs:SendMessage by events/)).toHaveLength(2);
    expect(named(walks, /Mail.*: sqs:(Receive|Delete)Message by/)).toHaveLength(2);
    expect(named(walks, /Mail.*: dynamodb:(Get|Put)Item by/)).toHaveLength(2);
    expect(named(walks, /Mail.*: ses:SendEmail by/)).toHaveLength(3);
    expect(named(walks, /LettersUndelivered.*: sns:Publish by cloudwatch/)).toHaveLength(1);
    expect(refused(walks)).toEqual([]);
  });

  it('may write from its sender alone, by no other identity, and do nothing else with SES', () => {
    const from = { 'ses:FromAddress': sender };
    expect(may('ses:SendEmail', identity(sender), from)).toBe(true);
    expect(may('ses:SendEmail', identity('shop.example'), from)).toBe(true);
    expect(may('ses:SendEmail', identity(sender), { 'ses:FromAddress': 'ceo@shop.example' })).toBe(false);
    expect(may('ses:SendEmail', identity(sender))).toBe(false);
    expect(may('ses:SendEmail', identity('other.example'), from)).toBe(false);
    for (const action of ['SendRawEmail', 'SendBulkEmail', 'CreateEmailIdentity', 'DeleteSuppressedDestination'])
      expect(may(`ses:${action}`, identity(sender), from)).toBe(false);
  });

  it('may neither read orders nor publish, and no stage may read its queue or its table', () => {
    const [orders, letters] = stack.ofType('AWS::DynamoDB::Table');
    const [topic] = stack.ofType('AWS::SNS::Topic');
    expect(may('dynamodb:GetItem', orders?.arn ?? '')).toBe(false);
    expect(may('sns:Publish', topic?.arn ?? '')).toBe(false);
    for (const action of ['DeleteItem', 'UpdateItem', 'Query', 'Scan'])
      expect(may(`dynamodb:${action}`, letters?.arn ?? '')).toBe(false);
    const queues = stack.ofType('AWS::SQS::Queue').filter(({ id }) => id.includes('Mail'));
    expect(queues).toHaveLength(2);
    for (const { arn: role } of stack.ofType('AWS::IAM::Role').filter((one) => one.arn !== caller))
      for (const [action, resource] of [
        ...queues.map((queue) => ['sqs:ReceiveMessage', queue.arn] as const),
        ['dynamodb:GetItem', letters?.arn ?? ''] as const,
      ])
        expect(
          isAllowed(
            { caller: role, action, resource, context: { 'aws:SecureTransport': 'true' } },
            { identity: stack.identityOf(role), resource: stack.policyOf(resource) },
          ),
        ).toBe(false);
  });
});

describe.each([
  ['dev', template],
  ['prod', prod],
])('the event bus of %s', (_, of) => {
  const world = { parameters: { EventBusName: 'orders' } };
  const stack = deployed(of, world);
  const bus = (name: string) => arn('events', `event-bus/${name}`);
  const whoMay = (among: typeof stack, resource: string) =>
    among.ofType('AWS::IAM::Role').flatMap(({ id, arn: caller }) => {
      const call = { caller, action: 'events:PutEvents', resource, context: { 'aws:SecureTransport': 'true' } };
      return isAllowed(call, { identity: among.identityOf(caller) }) ? [id.replace(/[0-9A-F]{8}$/, '')] : [];
    });

  it('takes events from the function that closes orders, which alone may put them, and on no other bus', () => {
    expect(named(walksOf(of, world), /events:PutEvents/)).toHaveLength(1);
    expect(refused(walksOf(of, world))).toEqual([]);
    expect(whoMay(stack, bus('orders'))).toEqual(['OrdersNotifyCustomerFunctionRole']);
    expect(whoMay(stack, bus('default'))).toEqual([]);
  });

  it('is not there without a name: nothing is granted, and nothing is put', () => {
    const without = deployed(of);
    for (const name of ['orders', 'default', '']) expect(whoMay(without, bus(name))).toEqual([]);
    const ids = without.resources.map(({ id }) => id);
    const more = stack.resources.map(({ id }) => id).filter((id) => !ids.includes(id));
    expect(more.map((id) => id.replace(/[0-9A-F]{8}$/, ''))).toEqual(['OrdersNotifyCustomerFunctionEvents']);
  });
});

describe('a state machine with a name that is too long for Step Functions', () => {
  it('may use its key all the same: CloudFormation cuts the name off', () => {
    const stack = new Stack(uncheckedApp(), 'Shop');
    new OrderWorkflow(stack, 'OrdersOfTheShopThatSellsEverythingAndShipsItAllOverTheWorld', {
      workflow: orderWorkflow,
    });
    const walks = walksOf(Template.fromStack(stack));
    expect(named(walks, /StateMachine.* → .*kms:/).length).toBeGreaterThan(2);
    expect(refused(walks)).toEqual([]);
  });
});

describe('a queue that subscribes to a topic of the stack', () => {
  it('gets its messages', () => {
    const subscribed = inAStack(
      () => ({}),
      ({ operations }) => {
        const stack = Stack.of(operations);
        operations.addSubscription(new SqsSubscription(new Queue(stack, 'Pager', encrypted(stack, 'Pager'))));
      },
    );
    const walks = named(walksOf(subscribed), /by sns/);
    expect(walks).toHaveLength(3);
    expect(refused(walks)).toEqual([]);
  });
});

/** The stack with other statements in its resource policies. */
function withStatements(change: (statement: Statement) => readonly Statement[]): Template {
  const json = structuredClone(template.toJSON());
  for (const { Type, Properties } of Object.values(json['Resources']) as { Type: string; Properties: Json }[]) {
    const policy = Type === 'AWS::KMS::Key' ? Properties.KeyPolicy : Properties?.PolicyDocument;
    if (policy && !Type.startsWith('AWS::IAM::')) policy.Statement = policy.Statement.flatMap(change);
  }
  return Template.fromJSON(json);
}

const isFor = (statement: Statement, service: string) => JSON.stringify(statement.Principal).includes(service);
const ofAccount = { StringEquals: { 'aws:SourceAccount': account } };

describe.each([
  ['dev', template],
  ['prod', prod],
  ['an app with a table of its own', foreign],
])("the orders' table of %s", (_, of) => {
  const stack = deployed(of);
  const [table] = stack.ofType('AWS::DynamoDB::Table');
  const roles = stack.ofType('AWS::IAM::Role');
  const may = (role: string, action: string, resource: string, context = {}) =>
    isAllowed(
      { caller: role, action, resource, context },
      { identity: stack.identityOf(role), resource: stack.policyOf(resource) },
    );
  const actions = [
    ...['GetItem', 'PutItem', 'UpdateItem', 'DeleteItem', 'Query', 'Scan', 'BatchGetItem', 'BatchWriteItem'],
    ...['PartiQLSelect', 'PartiQLUpdate', 'PartiQLDelete', 'ConditionCheckItem', 'DescribeTable', 'UpdateTable'],
    ...['DeleteTable', 'CreateBackup', 'ExportTableToPointInTime', 'UpdateContinuousBackups', 'PutResourcePolicy'],
  ];
  /** `ValidateOrderFunction GetItem`, for every role of the stack and every action. */
  const allowedOn = (resource: string) =>
    roles.flatMap(({ id, arn }) =>
      actions
        .filter((action) => may(arn, `dynamodb:${action}`, resource))
        .map((action) => `${/\w+?Function/.exec(id.replace('Orders', ''))} ${action}`),
    );

  it('is open item by item to the functions that claim and close, and to nothing else of the stack', () => {
    expect(allowedOn(table?.arn ?? '')).toEqual(
      whoKeepOrders.flatMap((name) => ['GetItem', 'PutItem'].map((action) => `${name} ${action}`)),
    );
    expect(allowedOn(`${table?.arn}-of-another`)).toEqual([]);
    expect(allowedOn(`${table?.arn}/index/any`)).toEqual([]);
  });

  it('keeps the key of its fingerprints from every function: CloudFormation alone reads the secret', () => {
    const [secret] = stack.ofType('AWS::SecretsManager::Secret');
    expect(secret?.properties.GenerateSecretString).toBeDefined();
    expect(secret?.properties.KmsKeyId).toBe(
      stack.ofType('AWS::KMS::Key').find(({ arn }) => arn === secret?.properties.KmsKeyId)?.arn,
    );
    expect(roles.filter(({ arn }) => may(arn, 'secretsmanager:GetSecretValue', secret?.arn ?? ''))).toEqual([]);
  });
});

describe('the walk itself', () => {
  it('sees that CloudWatch is shut out', () => {
    const without = walksOf(withStatements((one) => (isFor(one, 'cloudwatch') ? [] : [one])));
    expect(refused(without)).toEqual(named(without, /by cloudwatch/).map(({ name }) => name));
    expect(refused(without).length).toBeGreaterThan(8);
  });

  it("sees a condition that somebody adds to EventBridge's statements: SNS and the key are told nothing to compare", () => {
    const conditional = walksOf(
      withStatements((one) => [isFor(one, 'events.amazonaws') ? { ...one, Condition: ofAccount } : one]),
    );
    const ofOne = [
      expect.stringMatching(/sns:Publish by events/),
      ...Array.from({ length: 4 }, () => expect.stringMatching(/kms:.* by events/)),
    ];
    expect(refused(conditional)).toEqual([...ofOne, ...ofOne]);
  });
});

describe("the operations topic's policy", () => {
  const { Statement } = Object.entries(template.findResources('AWS::SNS::TopicPolicy')).find(([id]) =>
    id.startsWith('WatchOperations'),
  )![1]['Properties'].PolicyDocument as { readonly Statement: readonly Statement[] };

  it("lets CloudWatch publish for this account's alarms alone, and EventBridge without a condition", () => {
    const allowed = Statement.filter(({ Effect }) => Effect === 'Allow');
    expect(allowed).toEqual([
      expect.objectContaining({
        Principal: { Service: 'cloudwatch.amazonaws.com' },
        Action: 'sns:Publish',
        Condition: {
          StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } },
          ArnLike: { 'aws:SourceArn': expect.anything() },
        },
      }),
      expect.not.objectContaining({ Condition: expect.anything() }),
    ]);
  });
});
