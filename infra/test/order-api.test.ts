import { readFileSync } from 'node:fs';
import { apiOperations } from '@order-workflow/order-api';
import { App, Validations } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { AwsSolutionsChecks, ServerlessChecks } from 'cdk-nag';
import { describe, expect, it } from 'vitest';
import { OrderApiStack } from '../src/order-api-stack.ts';
import { OrderWorkflowStack } from '../src/order-workflow-stack.ts';
import { apiStackName, deploymentEnvironment, stackName } from '../src/settings/deployment-environment.ts';
import { deployedTogether } from './authorisation/deployed-together.ts';
import { isAllowed } from './authorisation/evaluate.ts';
import { synthesize as synthesizeAlone } from './synthesized.ts';

const { context } = JSON.parse(readFileSync(new URL('../cdk.json', import.meta.url), 'utf8'));

function synthesize(name: string, nag = false) {
  const app = new App({ context });
  const environment = deploymentEnvironment(name);
  const workflow = new OrderWorkflowStack(app, 'OrderWorkflow', { environment, stackName: stackName(environment) });
  const { orders, operations } = workflow;
  const api = new OrderApiStack(app, 'OrderApi', {
    orders,
    operations,
    environment,
    stackName: apiStackName(environment),
  });
  if (nag) Validations.of(app).addPlugins(new AwsSolutionsChecks(app), new ServerlessChecks(app));
  if (nag) app.synth();
  return { workflow: Template.fromStack(workflow), api: Template.fromStack(api) };
}

const dev = synthesize('dev');
const prod = synthesize('prod');

// biome-ignore lint/suspicious/noExplicitAny: a test looks into a template as a reader of JSON does
type Json = any;

const ofType = (template: Template, type: string) =>
  Object.entries(template.findResources(type)).map(([id, { Properties }]) => ({ id, properties: Properties as Json }));

describe.each([
  ['dev', dev],
  ['prod', prod],
])('the order API in %s', (name, { workflow, api }) => {
  it('has a route for each operation, and no other', () => {
    const routes = ofType(api, 'AWS::ApiGatewayV2::Route').map(({ properties }) => properties.RouteKey);
    expect(routes).toEqual(apiOperations.map(({ method, path }) => `${method} ${path}`));
  });

  it('asks at every route who calls: IAM, or tokens of the issuer that is named; no parameter leaves it open', () => {
    for (const { properties } of ofType(api, 'AWS::ApiGatewayV2::Route'))
      expect(properties).toMatchObject({
        AuthorizationType: { 'Fn::If': ['ByTokens', 'JWT', 'AWS_IAM'] },
        AuthorizerId: { 'Fn::If': ['ByTokens', { Ref: expect.any(String) }, { Ref: 'AWS::NoValue' }] },
      });
    expect(api.toJSON()['Conditions'].ByTokens).toEqual({ 'Fn::Not': [{ 'Fn::Equals': [{ Ref: 'JwtIssuer' }, ''] }] });
    expect(api.toJSON()['Rules']).toHaveProperty('TokensAreForSomebody');
  });

  it('is closed to pages of every origin, until one is named', () => {
    const [{ properties } = expect.fail('no API')] = ofType(api, 'AWS::ApiGatewayV2::Api');
    expect(properties.CorsConfiguration['Fn::If'][0]).toBe('ByPages');
    expect(properties.CorsConfiguration['Fn::If'][2]).toEqual({ Ref: 'AWS::NoValue' });
    expect(properties.CorsConfiguration['Fn::If'][1].AllowOrigins).toEqual({ Ref: 'AllowedOrigins' });
    expect(api.toJSON()['Parameters'].AllowedOrigins.Default).toBe('');
  });

  it('limits how many requests come, and logs none of what was sent, nor from where', () => {
    const [{ properties } = expect.fail('no stage')] = ofType(api, 'AWS::ApiGatewayV2::Stage');
    expect(properties.DefaultRouteSettings).toEqual({
      DetailedMetricsEnabled: true,
      ThrottlingBurstLimit: { Ref: 'RequestsAtOnce' },
      ThrottlingRateLimit: { Ref: 'RequestsASecond' },
    });
    const logged = Object.values<string>(JSON.parse(properties.AccessLogSettings.Format));
    expect(logged.filter((one) => /sourceIp|path|userAgent|caller|authorizer|identity/i.test(one))).toEqual([]);
  });

  it('rings at the operations topic of the workflow', () => {
    const { alarms, topic, together } = deployedTogether(workflow, api);
    const policy = together.workflow.policyOf(topic);
    for (const alarm of alarms) {
      const context = { 'aws:SecureTransport': 'true', 'aws:SourceAccount': together.account, 'aws:SourceArn': alarm };
      const call = { caller: 'cloudwatch.amazonaws.com', action: 'sns:Publish', resource: topic, context };
      expect(isAllowed(call, policy ? { resource: policy } : {})).toBe(true);
    }
  });

  it('keeps what holds data as the workflow does', () => {
    const kept = Object.values(api.toJSON()['Resources'] as Record<string, Json>).filter(({ Type }) =>
      /Table$|LogGroup$|StateMachine$/.test(Type),
    );
    expect(kept.length).toBeGreaterThan(4);
    for (const { DeletionPolicy } of kept) expect(DeletionPolicy).toBe(name === 'prod' ? 'Retain' : 'Delete');
  });

  it('passes the rules of AwsSolutions and Serverless', () => {
    expect(() => synthesize(name, true)).not.toThrow();
  });

  it("changes nothing of the workflow's stack but that more is told of it", () => {
    if (name !== 'dev') return;
    const { Outputs: _, ...rest } = workflow.toJSON();
    const { Outputs: __, ...before } = synthesizeAlone({ stackName: 'OrderWorkflow-dev' }).toJSON();
    expect(rest).toEqual(before);
  });
});

describe.each([
  ['dev', dev],
  ['prod', prod],
])('each function of the order API in %s', (_, { workflow, api }) => {
  const { together, machines, tables, roleOf, batchRole, placePart } = deployedTogether(workflow, api);
  const executionOf = (machine: string) => `${machine.replace(':stateMachine:', ':execution:')}:api-x`;
  const places: Readonly<Record<string, string>> = {
    orders: tables.orders,
    'orders by day': `${tables.orders}/index/ByDay`,
    'orders by customer': `${tables.orders}/index/ByCustomer`,
    'orders by anything else': `${tables.orders}/index/ByAnything`,
    accepted: tables.accepted,
    batches: tables.batches,
    'start orders': machines.placeAt,
    'start cancellations': machines.cancellations,
    'start batches': machines.batches,
    'executions of orders': executionOf(machines.orders),
    'executions of cancellations': executionOf(machines.cancellations),
    'executions of batches': executionOf(machines.batches),
    'place a part': placePart,
    'the tables of others': `${tables.batches}-of-another`,
    elsewhere: `${machines.orders}-of-another`,
  };
  const actions = [
    ...['GetItem', 'BatchGetItem', 'PutItem', 'UpdateItem', 'DeleteItem', 'BatchWriteItem', 'Query', 'Scan'].map(
      (one) => `dynamodb:${one}`,
    ),
    ...['StartExecution', 'DescribeExecution', 'StopExecution', 'RedriveExecution', 'ListExecutions'].map(
      (one) => `states:${one}`,
    ),
    'lambda:InvokeFunction',
  ];
  const may = (role: string, action: string, resource: string, context = {}) =>
    isAllowed({ caller: role, action, resource, context }, { identity: together.api.identityOf(role) });
  const allowed = (role: string) =>
    Object.entries(places).flatMap(([place, resource]) =>
      actions.filter((action) => may(role, action, resource)).map((action) => `${action} on ${place}`),
    );
  const reading = ['dynamodb:GetItem on orders', 'dynamodb:GetItem on accepted'];
  const describing = ['orders', 'cancellations'].map(
    (machine) => `states:DescribeExecution on executions of ${machine}`,
  );

  it.each([
    [
      'PlaceOrderFunction',
      [reading[0], reading[1], 'dynamodb:PutItem on accepted', 'states:StartExecution on start orders', ...describing],
    ],
    ['ShowOrderFunction', [...reading, ...describing]],
    [
      'ListOrdersFunction',
      ['BatchGetItem on orders', 'Query on orders by day', 'Query on orders by customer'].map(
        (one) => `dynamodb:${one}`,
      ),
    ],
    ['CancelOrderFunction', [...reading, 'states:StartExecution on start cancellations', ...describing]],
    [
      'PlaceBatchFunction',
      [
        ...['GetItem', 'PutItem', 'Query'].map((one) => `dynamodb:${one} on batches`),
        ...['states:StartExecution on start batches', 'states:DescribeExecution on executions of batches'],
      ],
    ],
    [
      'ShowBatchFunction',
      [
        ...['GetItem', 'Query'].map((one) => `dynamodb:${one} on batches`),
        'states:DescribeExecution on executions of batches',
      ],
    ],
    ['ShowBatchResultFunction', ['dynamodb:GetItem on batches']],
    [
      'PlacePartFunction',
      [
        ...['GetItem', 'UpdateItem'].map((one) => `dynamodb:${one} on batches`),
        ...[...reading, 'dynamodb:PutItem on accepted', 'states:StartExecution on start orders', ...describing],
      ],
    ],
    ['DescribeApiFunction', []],
  ])('%s may do what its operation asks for, and nothing else', (functionName, expected) => {
    expect(allowed(roleOf(functionName)).toSorted()).toEqual(expected.toSorted());
  });

  it.each(['PlaceOrderFunction', 'ShowOrderFunction', 'CancelOrderFunction'])(
    '%s may use the key for the tables and for the executions of the two machines, and for nothing else',
    (functionName) => {
      const mayUse = (context: Record<string, string>) =>
        ['kms:Decrypt', 'kms:GenerateDataKey'].map((action) =>
          isAllowed(
            { caller: roleOf(functionName), action, resource: together.key, context },
            {
              identity: together.api.identityOf(roleOf(functionName)),
              resource: together.workflow.policyOf(together.key) ?? { Statement: [] },
            },
          ),
        );
      const machine = (arn: string) => ({ 'kms:EncryptionContext:aws:states:stateMachineArn': arn });
      expect(mayUse({ 'kms:ViaService': `dynamodb.${together.region}.amazonaws.com` })).toEqual([true, true]);
      expect(mayUse(machine(machines.orders))).toEqual([true, true]);
      expect(mayUse(machine(machines.cancellations))).toEqual([true, true]);
      expect(mayUse(machine(`${machines.orders}-of-another`))).toEqual([false, false]);
      expect(mayUse({})).toEqual([false, false]);
    },
  );

  it('is called part by part by the machine of batches, which may do nothing else, with the key for its own executions', () => {
    expect(allowed(batchRole)).toEqual(['lambda:InvokeFunction on place a part']);
    const mayUse = (machine: string) =>
      isAllowed(
        {
          ...{ caller: batchRole, action: 'kms:Decrypt', resource: together.key },
          context: { 'kms:EncryptionContext:aws:states:stateMachineArn': machine },
        },
        {
          identity: together.api.identityOf(batchRole),
          resource: together.workflow.policyOf(together.key) ?? { Statement: [] },
        },
      );
    expect([machines.batches, machines.orders].map(mayUse)).toEqual([true, false]);
  });

  it('is called by API Gateway for its own route alone', () => {
    const calls = ofType(api, 'AWS::Lambda::Permission').map(({ properties }) => properties);
    expect(calls).toHaveLength(apiOperations.length);
    for (const { Principal, Action, SourceArn } of calls) {
      expect([Principal, Action]).toEqual(['apigateway.amazonaws.com', 'lambda:InvokeFunction']);
      expect(JSON.stringify(SourceArn)).toMatch(/\/\*\/(GET|POST)\/(orders|batches|openapi\.json)/);
    }
  });
});
