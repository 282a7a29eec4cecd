import { readFileSync } from 'node:fs';
import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { describe, expect, it } from 'vitest';
import { OrderApiStack } from '../src/order-api-stack.ts';
import { orderWorkflow } from '../src/order-workflow.ts';
import { OrderWorkflow, type OrderWorkflowProps } from '../src/order-workflow-construct.ts';
import { OrderWorkflowStack } from '../src/order-workflow-stack.ts';
import { deploymentEnvironment } from '../src/settings/deployment-environment.ts';
import { account, deployed, region } from './authorisation/deployed-template.ts';
import { deployedTogether } from './authorisation/deployed-together.ts';
import { isAllowed } from './authorisation/evaluate.ts';
import { uncheckedApp } from './unchecked-app.ts';

const runbook = readFileSync(new URL('../../docs/runbook.md', import.meta.url), 'utf8');
/** As the app has it: what one stack asks of another is a weak reference. */
const { context } = JSON.parse(readFileSync(new URL('../cdk.json', import.meta.url), 'utf8'));
const sender = 'orders@shop.example';

const aRole = (stack: Stack, id: string) =>
  new Role(stack, id, { assumedBy: new ServicePrincipal('ec2.amazonaws.com') });

function granted(orders: OrderWorkflow, stack: Stack) {
  orders.grantPlaceOrders(aRole(stack, 'Storefront')).assertSuccess();
  orders.grantOperate(aRole(stack, 'Operator')).assertSuccess();
  return Template.fromStack(stack);
}

function ofTheStack(environment: 'dev' | 'prod') {
  const stack = new OrderWorkflowStack(uncheckedApp(), 'Orders', { environment: deploymentEnvironment(environment) });
  return granted(stack.orders, stack);
}

/** In a stack of somebody else's, with a queue and a topic that other keys encrypt. */
function ofAnApp(props: Partial<OrderWorkflowProps>) {
  const stack = new Stack(uncheckedApp(), 'Shop');
  const untold = new Queue(stack, 'Untold', {
    encryption: QueueEncryption.KMS,
    encryptionMasterKey: new Key(stack, 'UntoldKey'),
  });
  const news = new Topic(stack, 'News', { masterKey: new Key(stack, 'NewsKey') });
  const given = { workflow: orderWorkflow, undeliveredNotices: untold, notifications: news, ...props };
  return granted(new OrderWorkflow(stack, 'Orders', given), stack);
}

const world = { parameters: { NoticeSender: sender } };
const stacks = {
  dev: deployed(ofTheStack('dev')),
  prod: deployed(ofTheStack('prod')),
  'prod that writes to customers': deployed(ofTheStack('prod'), world),
  'an app with queue, topic and keys of its own': deployed(ofAnApp({ settings: { NOTICE_SENDER: sender } })),
};

/** `beside` has what the stack uses of another. */
function whoMay(stack: ReturnType<typeof deployed>, name: string, beside = stack) {
  const caller = stack.ofType('AWS::IAM::Role').find(({ id }) => id.startsWith(name))?.arn ?? '';
  return (action: string, resource: string, context = {}) => {
    const policy = stack.policyOf(resource) ?? beside.policyOf(resource);
    const call = { caller, action, resource, context: { 'aws:SecureTransport': 'true', ...context } };
    return isAllowed(call, { identity: stack.identityOf(caller), ...(policy && { resource: policy }) });
  };
}

describe.each(Object.entries(stacks))('in %s', (name, stack) => {
  const machines = stack.ofType('AWS::StepFunctions::StateMachine').map(({ arn }) => arn);
  const cancellations = machines.find((arn) => arn.includes('Cancellation')) ?? '';
  const orders = machines.find((arn) => arn !== cancellations) ?? '';
  const [alias] = stack.ofType('AWS::StepFunctions::StateMachineAlias').map(({ arn }) => arn);
  const execution = (machine: string) => `${machine.replace(':stateMachine:', ':execution:')}:order-12345`;
  const queues = stack.ofType('AWS::SQS::Queue');
  const queue = (pattern: RegExp) => queues.find(({ id }) => pattern.test(id))?.arn ?? '';
  const notices = queue(/^(OrdersUndeliveredNotices|Untold)/);
  const mails = queue(/UndeliveredLetters/) !== '';
  const logs = stack.ofType('AWS::Logs::LogGroup').map(({ arn }) => arn);
  const dataKey = stack.ofType('AWS::KMS::Key').find(({ id }) => /DataKey/.test(id))?.arn ?? '';
  const underMachine = (arn: string) => ({ 'kms:EncryptionContext:aws:states:stateMachineArn': arn });
  const live = (stage: string) => stack.ofType('AWS::Lambda::Alias').find(({ id }) => id.includes(stage))?.arn ?? '';
  const storefront = whoMay(stack, 'Storefront');
  const operator = whoMay(stack, 'Operator');

  it('a storefront may start executions where orders are placed, under the key, and nothing else', () => {
    expect(storefront('states:StartExecution', alias ?? orders)).toBe(true);
    for (const action of ['kms:Decrypt', 'kms:GenerateDataKey']) {
      expect(storefront(action, dataKey, underMachine(orders))).toBe(true);
      expect(storefront(action, dataKey, underMachine(cancellations))).toBe(false);
      expect(storefront(action, dataKey)).toBe(false);
    }
    if (alias) expect(storefront('states:StartExecution', orders)).toBe(false);
    for (const [action, resource] of [
      ['states:StartExecution', cancellations],
      ['states:DescribeExecution', execution(orders)],
      ['states:StopExecution', execution(orders)],
      ['states:RedriveExecution', execution(orders)],
      ['sqs:ReceiveMessage', notices],
      ['lambda:InvokeFunction', live('NotifyCustomer')],
    ] as const)
      expect({ action, may: storefront(action, resource) }).toEqual({ action, may: false });
  });

  /** Each command of the runbook, and the calls that it is. */
  const commands: Readonly<Record<string, readonly (readonly [action: string, resource: string, context?: object])[]>> =
    {
      'stepfunctions list-executions': [orders, cancellations].map((arn) => ['states:ListExecutions', arn]),
      'stepfunctions describe-execution': [orders, cancellations].map((arn) => [
        'states:DescribeExecution',
        execution(arn),
      ]),
      'stepfunctions get-execution-history': [orders, cancellations].flatMap((arn) => [
        ['states:GetExecutionHistory', execution(arn)],
        ['kms:Decrypt', dataKey, underMachine(arn)],
      ]),
      'stepfunctions redrive-execution': [orders, cancellations].flatMap((arn) => [
        ['states:RedriveExecution', execution(arn)],
        ['kms:GenerateDataKey', dataKey, underMachine(arn)],
      ]),
      'stepfunctions start-execution': [['states:StartExecution', cancellations]],
      'sqs receive-message': [
        ['sqs:ReceiveMessage', notices],
        ['kms:Decrypt', stack.keyOf(notices) ?? '', { 'kms:ViaService': `sqs.${region}.amazonaws.com` }],
      ],
      'sqs delete-message': [['sqs:DeleteMessage', notices]],
      'lambda invoke': [['lambda:InvokeFunction', live('NotifyCustomer')]],
      'sqs start-message-move-task': mails
        ? [
            ...['StartMessageMoveTask', 'ReceiveMessage', 'DeleteMessage', 'GetQueueAttributes'].map(
              (action) => [`sqs:${action}`, queue(/UndeliveredLetters/)] as const,
            ),
            ['sqs:SendMessage', queue(/MailLetters/)],
            ...['kms:Decrypt', 'kms:GenerateDataKey'].map(
              (action) => [action, dataKey, { 'kms:ViaService': `sqs.${region}.amazonaws.com` }] as const,
            ),
          ]
        : [],
      'logs filter-log-events': logs.map((arn) => ['logs:FilterLogEvents', arn]),
      'sesv2 get-account': mails ? [['ses:GetAccount', '*']] : [],
      'sesv2 get-suppressed-destination': mails ? [['ses:GetSuppressedDestination', '*']] : [],
    };
  const shown = [...new Set([...runbook.matchAll(/aws ([a-z0-9]+ [a-z-]+)/g)].map(([, command = '']) => command))];

  it.each(shown)('an operator may do what the runbook shows: aws %s', (command) => {
    const calls = commands[command] ?? expect.fail(`no test knows what "aws ${command}" calls`);
    const refused = calls.filter(([action, resource, context]) => !operator(action, resource, context));
    expect(refused).toEqual([]);
    if (mails || !/letters|ses|move/.test(command)) expect(calls.length).toBeGreaterThan(0);
  });

  it('an operator may ask the logs of every function and machine, as the runbook asks them', () => {
    const ofOrders = logs.filter((arn) => /Function|StateMachine|vendedlogs/.test(arn));
    expect(ofOrders.length).toBeGreaterThan(8);
    expect(ofOrders.filter((arn) => !operator('logs:StartQuery', arn))).toEqual([]);
  });

  it('an operator may neither place nor stop an order, nor write or read what only stages do', () => {
    const tables = stack.ofType('AWS::DynamoDB::Table').map(({ arn }) => arn);
    const topics = stack.ofType('AWS::SNS::Topic').map(({ arn }) => arn);
    const secrets = stack.ofType('AWS::SecretsManager::Secret').map(({ arn }) => arn);
    const forbidden = [
      ...[orders, alias ?? orders].map((arn) => ['states:StartExecution', arn]),
      ...machines.flatMap((arn) => [
        ['states:StopExecution', execution(arn)],
        ...['UpdateStateMachine', 'DeleteStateMachine'].map((action) => [`states:${action}`, arn]),
      ]),
      ...['RedriveExecution', 'GetExecutionHistory'].map((action) => [
        `states:${action}`,
        `arn:aws:states:${region}:${account}:execution:Elsewhere:order-12345`,
      ]),
      ...['ProcessPayment', 'RefundPayment', 'ShipOrder', 'ValidateOrder'].map((stage) => [
        'lambda:InvokeFunction',
        live(stage),
      ]),
      ...tables.flatMap((arn) => ['GetItem', 'PutItem', 'Scan'].map((action) => [`dynamodb:${action}`, arn])),
      ...topics.map((arn) => ['sns:Publish', arn]),
      ...secrets.map((arn) => ['secretsmanager:GetSecretValue', arn]),
      ...queues.map(({ arn }) => ['sqs:PurgeQueue', arn]),
      ['kms:Decrypt', dataKey],
      ['kms:Decrypt', dataKey, { 'kms:ViaService': `dynamodb.${region}.amazonaws.com` }],
    ] as [string, string, object?][];
    const allowed = forbidden.filter(([action, resource, context]) => operator(action, resource, context));
    expect({ name, allowed }).toEqual({ name, allowed: [] });
  });
});

describe.each(['dev', 'prod'] as const)('an operator of batches in %s', (name) => {
  const app = new App({ context });
  const environment = deploymentEnvironment(name);
  const { orders, operations } = new OrderWorkflowStack(app, 'Orders', { environment });
  const apiStack = new OrderApiStack(app, 'OrderApi', { orders, operations, environment });
  apiStack.api.grantOperate(aRole(apiStack, 'Operator')).assertSuccess();
  const { together, machines, tables, placePart } = deployedTogether(
    Template.fromStack(Stack.of(orders)),
    Template.fromStack(apiStack),
  );
  const may = whoMay(together.api, 'Operator', together.workflow);
  const execution = (machine: string) => `${machine.replace(':stateMachine:', ':execution:')}:batch-1`;
  const underMachine = (arn: string) => ({ 'kms:EncryptionContext:aws:states:stateMachineArn': arn });
  const logs = together.api.ofType('AWS::Logs::LogGroup').filter(({ id }) => id.includes('PlacePartFunction'));
  const section = runbook.split('\n## A batch has failed\n')[1]?.split('\n## ')[0] ?? '';

  /** Each command of the runbook's entry, and the calls that it is. */
  const commands: Readonly<Record<string, readonly (readonly [action: string, resource: string, context?: object])[]>> =
    {
      'stepfunctions list-executions': [['states:ListExecutions', machines.batches]],
      'stepfunctions redrive-execution': [
        ['states:RedriveExecution', execution(machines.batches)],
        ['kms:Decrypt', together.key, underMachine(machines.batches)],
        ['kms:GenerateDataKey', together.key, underMachine(machines.batches)],
      ],
    };

  it('may do what the runbook shows, and read the log that it names', () => {
    const shown = [...section.matchAll(/aws ([a-z0-9]+ [a-z-]+)/g)].map(([, command = '']) => command);
    expect(shown.toSorted()).toEqual(Object.keys(commands).toSorted());
    const refused = Object.values(commands).flatMap((calls) => calls.filter((call) => !may(...call)));
    expect(refused).toEqual([]);
    expect(logs).toHaveLength(1);
    expect(may('logs:FilterLogEvents', logs[0]?.arn ?? '')).toBe(true);
  });

  it('may start and stop no batch, and open nothing of an order', () => {
    const forbidden = [
      ['states:StartExecution', machines.batches],
      ['states:StopExecution', execution(machines.batches)],
      ['states:GetExecutionHistory', execution(machines.orders)],
      ['states:RedriveExecution', execution(machines.orders)],
      ['states:StartExecution', machines.cancellations],
      ['kms:Decrypt', together.key, underMachine(machines.orders)],
      ['kms:Decrypt', together.key],
      ['lambda:InvokeFunction', placePart],
      ...Object.values(tables).map((table) => ['dynamodb:GetItem', table] as const),
    ] as const;
    const allowed = forbidden.filter(([action, resource, context]) => may(action, resource, context));
    expect(allowed).toEqual([]);
  });
});
