import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import * as sfn from '@aws-sdk/client-sfn';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Json } from '../../src/index.ts';

interface Asked {
  readonly method: string | undefined;
  readonly url: string | undefined;
  readonly target: string | string[] | undefined;
  /** What it is signed for: account, date, region, service. */
  readonly scope: string;
  readonly body: string;
}

const asked: Asked[] = [];
type Reply = readonly [status: number, body: string, headers?: Record<string, string>];
let reply: (call: Asked) => Reply;

/** Other services of AWS, as far as a test says what they answer. */
const services = createServer(async (request, response) => {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  const { method, url, headers } = request;
  const call = {
    method,
    url,
    target: headers['x-amz-target'],
    scope: String(headers.authorization),
    body: Buffer.concat(parts).toString(),
  };
  asked.push(call);
  const [status, body, more = {}] = reply(call);
  response.writeHead(status, more).end(body);
});

const cli = fileURLToPath(new URL('../../src/cli.ts', import.meta.url));
const serve = (...flags: string[]) =>
  spawn(process.execPath, [cli, 'serve', '--port', '0', '--begins-after', '0', ...flags]);
let child: ReturnType<typeof serve>;
let client: sfn.SFNClient;
beforeAll(async () => {
  services.listen(0, '127.0.0.1');
  await once(services, 'listening');
  child = serve('--endpoint', `http://127.0.0.1:${(services.address() as AddressInfo).port}`);
  const [line] = await once(createInterface(child.stdout), 'line');
  const credentials = { accessKeyId: 'any', secretAccessKey: 'any' };
  client = new sfn.SFNClient({ endpoint: /http\S+/.exec(String(line))?.[0] ?? '', region: 'us-east-1', credentials });
});
afterAll(() => {
  child.kill();
  services.close();
});

let count = 0;
async function run(Resource: string, Parameters: object, answer: typeof reply) {
  reply = answer;
  asked.length = 0;
  const definition = JSON.stringify({ StartAt: 'S', States: { S: { Type: 'Task', Resource, Parameters, End: true } } });
  const roleArn = 'arn:aws:iam::123456789012:role/r';
  const { stateMachineArn } = await client.send(
    new sfn.CreateStateMachineCommand({ name: `m${++count}`, definition, roleArn }),
  );
  const { executionArn } = await client.send(new sfn.StartExecutionCommand({ stateMachineArn }));
  for (;;) {
    const { status, output, error, cause } = await client.send(new sfn.DescribeExecutionCommand({ executionArn }));
    if (status !== 'RUNNING') return { status, output: output && (JSON.parse(output) as Json), error, cause };
  }
}

const resource = 'arn:aws:states:::';

describe('asl-engine serve --endpoint', () => {
  it('passes a DynamoDB task on, and names the error of the service', async () => {
    const Parameters = { TableName: 't', Item: { id: { S: '1' } } };
    expect(await run(`${resource}dynamodb:putItem`, Parameters, () => [200, '{"Attributes":{}}'])).toMatchObject({
      output: { Attributes: {} },
    });
    expect(asked).toMatchObject([{ target: 'DynamoDB_20120810.PutItem', body: JSON.stringify(Parameters) }]);
    const refused = '{"__type":"com.amazonaws#ConditionalCheckFailedException","message":"no"}';
    const done = await run(`${resource}dynamodb:putItem`, Parameters, () => [400, refused]);
    expect(done).toMatchObject({ status: 'FAILED', error: 'DynamoDB.ConditionalCheckFailedException' });
    expect(done.cause).toMatch(
      /^no \(Service: AmazonDynamoDBv2; Status Code: 400; Error Code: ConditionalCheckFailedException; Request ID: .+; Proxy: null\)$/,
    );
  });

  it('shows beside an optimized integration’s answer what came with it', async () => {
    const answered: Reply = [200, '{}', { 'x-amzn-RequestId': 'r1', 'X-Odd': 'o' }];
    const done = await run(`${resource}dynamodb:putItem`, { TableName: 't', Item: {} }, () => answered);
    expect(done.output).toMatchObject({
      SdkHttpMetadata: { HttpStatusCode: 200, HttpHeaders: { 'X-Odd': 'o' }, AllHttpHeaders: { 'X-Odd': ['o'] } },
      SdkResponseMetadata: { RequestId: 'r1' },
    });
  });

  it.each([
    [
      'aws-sdk:dynamodb:query',
      'DynamoDB_20120810.Query',
      'ResourceNotFoundException',
      'DynamoDb.ResourceNotFoundException',
    ],
    ['aws-sdk:dynamodb:scan', 'DynamoDB_20120810.Scan', 'ValidationException', 'DynamoDb.DynamoDbException'],
    [
      'aws-sdk:secretsmanager:createSecret',
      'secretsmanager.CreateSecret',
      'ValidationException',
      'SecretsManager.SecretsManagerException',
    ],
    [
      'aws-sdk:sqs:getQueueUrl',
      'AmazonSQS.GetQueueUrl',
      'com.amazonaws.sqs#QueueDoesNotExist',
      'Sqs.QueueDoesNotExistException',
    ],
    ['aws-sdk:kinesis:putRecord', 'Kinesis_20131202.PutRecord', 'ValidationException', 'Kinesis.ValidationException'],
  ])('passes %s on as it is, and names its errors as the SDK does', async (action, target, __type, error) => {
    const parameters = { Any: { thing: 1 } };
    expect((await run(resource + action, parameters, () => [200, '{"Done":true}'])).output).toEqual({ Done: true });
    expect(asked).toMatchObject([{ target, body: JSON.stringify(parameters) }]);
    const refused: Reply = [400, JSON.stringify({ __type, message: 'no' }), { 'x-amzn-RequestId': 'r1' }];
    const [service] = error.split('.');
    expect(await run(resource + action, parameters, () => refused)).toMatchObject({
      ...{ status: 'FAILED', error, cause: `no (Service: ${service}, Status Code: 400, Request ID: r1)` },
    });
  });

  it.each<[string, readonly [given: object, sent: object], readonly [answered: object, shown: object]]>([
    [
      'aws-sdk:cloudwatchlogs:createLogGroup',
      [
        { LogGroupName: 'g', Tags: { aKey: 'v' } },
        { logGroupName: 'g', tags: { aKey: 'v' } },
      ],
      [{ nextToken: 't' }, { NextToken: 't' }],
    ],
    [
      'aws-sdk:dynamodb:getItem',
      [{ Key: { is: { Bool: true } } }, { Key: { is: { BOOL: true } } }],
      [{ Item: { no: { NULL: true } } }, { Item: { no: { Nul: true } } }],
    ],
  ])(
    'writes %s as the service does, and its answer as the SDK does',
    async (action, [given, sent], [answered, shown]) => {
      const done = await run(resource + action, given, () => [200, JSON.stringify(answered)]);
      expect([JSON.parse(asked[0]?.body ?? ''), done.output]).toEqual([sent, shown]);
    },
  );

  it('asks for the account and the region that the machine is in', async () => {
    await run(`${resource}dynamodb:getItem`, { TableName: 't', Key: {} }, () => [200, '{}']);
    expect(asked[0]?.scope).toMatch(/Credential=123456789012\/\d{8}\/us-east-1\/dynamodb\/aws4_request/);
  });

  it('says of a service that it does not know that there is none', async () => {
    const done = await run(`${resource}aws-sdk:odd:doIt`, {}, () => [200, '{}']);
    expect(done).toMatchObject({ status: 'FAILED', error: 'States.Runtime' });
    expect(done.cause).toContain("no integration 'aws-sdk:odd:doIt'");
  });

  it('sends an object as the text of a message', async () => {
    await run(`${resource}sqs:sendMessage`, { QueueUrl: 'q', MessageBody: { a: 1 } }, () => [200, '{"MessageId":"1"}']);
    expect(asked).toMatchObject([
      { target: 'AmazonSQS.SendMessage', body: '{"QueueUrl":"q","MessageBody":"{\\"a\\":1}"}' },
    ]);
  });

  it('publishes a message with its attributes, and names the error of the service', async () => {
    const Parameters = {
      ...{ TopicArn: 'arn:t', Message: { a: 1 } },
      MessageAttributes: { kind: { DataType: 'String', StringValue: 'order & more' } },
    };
    const xml = '<PublishResponse><PublishResult><MessageId>m1</MessageId></PublishResult></PublishResponse>';
    expect(await run(`${resource}sns:publish`, Parameters, () => [200, xml])).toMatchObject({
      output: { MessageId: 'm1' },
    });
    const form = Object.fromEntries(new URLSearchParams(asked[0]?.body));
    expect(form).toEqual({
      ...{ Action: 'Publish', Version: '2010-03-31', TopicArn: 'arn:t', Message: '{"a":1}' },
      'MessageAttributes.entry.1.Name': 'kind',
      'MessageAttributes.entry.1.Value.DataType': 'String',
      'MessageAttributes.entry.1.Value.StringValue': 'order & more',
    });
    const refused = '<ErrorResponse><Error><Code>NotFound</Code><Message>no topic</Message></Error></ErrorResponse>';
    const done = await run(`${resource}sns:publish`, Parameters, () => [404, refused]);
    expect(done).toMatchObject({ status: 'FAILED', error: 'SNS.NotFoundException' });
    expect(done.cause).toMatch(/^no topic \(Service: AmazonSNS; Status Code: 404; Error Code: NotFound;/);
  });

  it('fails when one of several events is refused', async () => {
    const done = await run(`${resource}events:putEvents`, { Entries: [{ Detail: { a: 1 } }] }, () => [
      200,
      '{"FailedEntryCount":1}',
    ]);
    expect(done).toMatchObject({ status: 'FAILED', error: 'EventBridge.FailedEntry' });
  });

  it('invokes Lambda functions, and tells what they fail with', async () => {
    const given = { FunctionName: 'f', Payload: { a: 1 } };
    expect(await run(`${resource}lambda:invoke`, given, ({ body }) => [200, body])).toMatchObject({
      output: { Payload: { a: 1 } },
    });
    expect(asked).toMatchObject([{ method: 'POST', url: '/2015-03-31/functions/f/invocations' }]);
    const fault: Reply = [200, '{"errorType":"Odd","errorMessage":"m"}', { 'X-Amz-Function-Error': 'Unhandled' }];
    expect(await run(`${resource}lambda:invoke`, given, () => fault)).toMatchObject({ status: 'FAILED', error: 'Odd' });
  });

  it('is not passed on to another machine unless that is meant', async () => {
    const other = serve('--endpoint', 'https://dynamodb.us-east-1.amazonaws.com');
    const [code] = await once(other, 'exit');
    expect(code).toBe(2);
  });
});
