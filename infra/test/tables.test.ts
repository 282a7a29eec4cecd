import { notifyCustomer } from '@order-workflow/notify';
import { orderIndexes } from '@order-workflow/stage-kit/order-store';
import { validateOrder } from '@order-workflow/validate';
import { Stack, Validations } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { Table } from 'aws-cdk-lib/aws-dynamodb';
import { AwsSolutionsChecks, ServerlessChecks } from 'cdk-nag';
import { describe, expect, it } from 'vitest';
import { receive } from '../src/composition/workflow.ts';
import { keepData } from '../src/constructs/keep-data.ts';
import { tableVariable } from '../src/constructs/order-table.ts';
import { WorkflowWatch } from '../src/observability/workflow-watch.ts';
import { OrderWorkflow, type OrderWorkflowProps } from '../src/order-workflow-construct.ts';
import { deploymentEnvironment } from '../src/settings/deployment-environment.ts';
import { deployed, region } from './authorisation/deployed-template.ts';
import { isAllowed } from './authorisation/evaluate.ts';
import { uncheckedApp } from './unchecked-app.ts';

/** A workflow whose first stage and last ask for one table, as a stack of somebody else. */
function shop(
  props: (stack: Stack) => Partial<OrderWorkflowProps> = () => ({}),
  environment = deploymentEnvironment(),
) {
  const app = uncheckedApp();
  const stack = new Stack(app, 'Shop');
  const access = { table: 'orders' };
  const workflow = receive({ ...validateOrder, access }).tell({
    ...notifyCustomer,
    access: { ...notifyCustomer.access, ...access },
  });
  const orders = new OrderWorkflow(stack, 'Orders', { workflow, environment, ...props(stack) });
  new WorkflowWatch(stack, 'Watch', { orders, ordersAnHour: 1000 });
  keepData(stack, environment.removalPolicy);
  return { app, stack, orders, template: Template.fromStack(stack) };
}

const dev = shop();
const stack = deployed(dev.template);
const [table] = stack.ofType('AWS::DynamoDB::Table');
const prod = shop(() => ({ simulatedServices: true }), deploymentEnvironment('prod'));

describe('a table that stages ask for in their manifests', () => {
  it('is one for all that ask for the same name, and none where nobody asks', () => {
    dev.template.resourceCountIs('AWS::DynamoDB::Table', 1);
    const none = receive({ ...validateOrder, access: {} }).tell({
      ...notifyCustomer,
      access: { notifications: 'publish' },
    });
    shop(() => ({ workflow: none })).template.resourceCountIs('AWS::DynamoDB::Table', 0);
  });

  it('has the indexes by which orders are listed where it is the order store, which hold nothing of customers but a hash', () => {
    const attribute = (AttributeName: string) => ({ AttributeName, AttributeType: 'S' });
    const keys = (name: string) => [
      { AttributeName: name, KeyType: 'HASH' },
      { AttributeName: 'listedAt', KeyType: 'RANGE' },
    ];
    expect(table?.properties.AttributeDefinitions).toEqual(
      ['orderId', 'listedDay', 'listedAt', 'listedCustomer'].map(attribute),
    );
    expect(table?.properties.GlobalSecondaryIndexes).toEqual([
      {
        IndexName: 'ByDay',
        KeySchema: keys('listedDay'),
        Projection: { ProjectionType: 'INCLUDE', NonKeyAttributes: ['status', 'attempt'] },
      },
      { IndexName: 'ByCustomer', KeySchema: keys('listedCustomer'), Projection: { ProjectionType: 'KEYS_ONLY' } },
    ]);
  });

  it("is paid by request, encrypted with the stack's key, and can be had back as it was at any time of five weeks", () => {
    expect(table?.properties).toMatchObject({
      KeySchema: [{ AttributeName: 'orderId', KeyType: 'HASH' }],
      BillingMode: 'PAY_PER_REQUEST',
      SSESpecification: { SSEEnabled: true, SSEType: 'KMS', KMSMasterKeyId: stack.ofType('AWS::KMS::Key')[0]?.arn },
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
    });
  });

  it('outlives its stack in prod, where nobody can delete it by mistake, and goes with it in dev', () => {
    const kept = { DeletionPolicy: 'Retain', Properties: Match.objectLike({ DeletionProtectionEnabled: true }) };
    prod.template.hasResource('AWS::DynamoDB::Table', kept);
    const goes = { DeletionPolicy: 'Delete', Properties: Match.objectLike({ DeletionProtectionEnabled: false }) };
    dev.template.hasResource('AWS::DynamoDB::Table', goes);
  });

  it.each(['ValidateOrder', 'NotifyCustomer'])(
    'is told to the function of each that asks, which may get and put an item: %s',
    (name) => {
      const [asks] = stack.ofType('AWS::Lambda::Function').filter(({ id }) => id.includes(`${name}Function`));
      expect(asks?.properties.Environment.Variables.ORDERS_TABLE_NAME).toBe(table?.arn.split('/').at(-1));
      const caller = asks?.properties.Role;
      const identity = stack.identityOf(caller);
      const may = (action: string, resource = table?.arn ?? '', context = {}) =>
        isAllowed({ caller, action, resource, context }, { identity, resource: stack.policyOf(resource) });
      for (const action of ['GetItem', 'PutItem']) expect(may(`dynamodb:${action}`), action).toBe(true);
      const indexes = Object.values(orderIndexes).map(({ name: index }) => `${table?.arn}/index/${index}`);
      for (const action of [
        'UpdateItem',
        'DeleteItem',
        'Scan',
        'Query',
        'BatchWriteItem',
        'DeleteTable',
        'UpdateTable',
      ])
        for (const resource of [table?.arn, ...indexes])
          expect(may(`dynamodb:${action}`, resource), action).toBe(false);
      for (const index of indexes) expect(may('dynamodb:GetItem', index)).toBe(false);
      expect(may('dynamodb:GetItem', `${table?.arn}-of-another`)).toBe(false);
      const [key] = stack.ofType('AWS::KMS::Key');
      const by = (service: string) => ({ 'kms:ViaService': `${service}.${region}.amazonaws.com` });
      for (const action of ['kms:Decrypt', 'kms:Encrypt', 'kms:GenerateDataKey', 'kms:DescribeKey'])
        expect(may(action, key?.arn, by('dynamodb')), action).toBe(true);
      // Who publishes on a topic of that key decrypts with it, too.
      for (const action of ['kms:Encrypt', 'kms:DescribeKey'])
        expect(may(action, key?.arn, by('s3')), action).toBe(false);
    },
  );

  it('is read alone by who says so, beside another that it writes, each under its own key', () => {
    const tables = [
      { name: 'orders', key: 'orderId', may: 'read' },
      { name: 'stock', key: 'id', may: 'write' },
    ] as const;
    const workflow = receive({ ...validateOrder, access: { tables } }).tell({
      ...notifyCustomer,
      access: { ...notifyCustomer.access, table: 'orders' },
    });
    const both = deployed(shop(() => ({ workflow })).template);
    const [orders, stock] = ['orderId', 'id'].map((name) =>
      both.ofType('AWS::DynamoDB::Table').find(({ properties }) => properties.KeySchema[0].AttributeName === name),
    );
    const [asks] = both.ofType('AWS::Lambda::Function').filter(({ id }) => id.includes('ValidateOrderFunction'));
    const caller = asks?.properties.Role;
    const identity = both.identityOf(caller);
    const may = (action: string, resource = '') =>
      isAllowed(
        { caller, action: `dynamodb:${action}`, resource, context: {} },
        { identity, resource: both.policyOf(resource) },
      );
    expect(['GetItem', 'PutItem', 'UpdateItem'].map((action) => may(action, orders?.arn))).toEqual([
      true,
      false,
      false,
    ]);
    expect(['GetItem', 'PutItem', 'UpdateItem'].map((action) => may(action, stock?.arn))).toEqual([true, true, true]);
    expect(asks?.properties.Environment.Variables).toMatchObject({
      ORDERS_TABLE_NAME: orders?.arn.split('/').at(-1),
      STOCK_TABLE_NAME: stock?.arn.split('/').at(-1),
    });
  });

  it('rings when it turns requests away, and when it fails itself', () => {
    const alarms = stack.ofType('AWS::CloudWatch::Alarm').filter(({ id }) => id.includes('OrdersTable'));
    expect(
      alarms.map(({ properties }) => JSON.stringify(properties.Metrics).match(/ThrottledRequests|SystemErrors/)?.[0]),
    ).toEqual(expect.arrayContaining(['ThrottledRequests', 'SystemErrors']));
    for (const { properties } of alarms)
      for (const operation of ['GetItem', 'PutItem', 'UpdateItem'])
        expect(JSON.stringify(properties.Metrics)).toContain(operation);
  });

  it("may be the app's own", () => {
    const given = shop((of) => ({
      tables: {
        orders: Table.fromTableAttributes(of, 'Own', {
          tableArn: 'arn:aws:dynamodb:eu-central-1:111122223333:table/own',
        }),
      },
    }));
    given.template.resourceCountIs('AWS::DynamoDB::Table', 0);
    given.template.hasResourceProperties('AWS::Lambda::Function', {
      Environment: { Variables: Match.objectLike({ ORDERS_TABLE_NAME: 'own' }) },
    });
  });

  it('breaks no rule of AwsSolutions and Serverless', () => {
    const { app } = shop();
    Validations.of(app).addPlugins(new AwsSolutionsChecks(app), new ServerlessChecks(app));
    expect(() => app.synth()).not.toThrow();
  });
});

it.each([
  ['orders', 'ORDERS_TABLE_NAME'],
  ['giftCards', 'GIFT_CARDS_TABLE_NAME'],
])('the table %s is found in %s', (name, variable) => {
  expect(tableVariable(name)).toBe(variable);
});
