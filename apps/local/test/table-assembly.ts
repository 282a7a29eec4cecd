import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cloudAssembly } from './cloud-assembly.ts';

/** A stage of a test's own: asks DynamoDB over HTTP, with a signature, what its input says, and waits three seconds. */
const stage = `
import { request } from 'node:http';
export const handler = ({ operation, ...parameters }) => new Promise((resolve, reject) => {
  const outgoing = request(process.env.AWS_ENDPOINT_URL_DYNAMODB, {
    method: 'POST',
    signal: AbortSignal.timeout(3_000),
    headers: {
      'content-type': 'application/x-amz-json-1.0',
      'x-amz-target': 'DynamoDB_20120810.' + operation,
      'x-amz-date': '20260101T000000Z',
      authorization: 'AWS4-HMAC-SHA256 Credential=' + process.env.AWS_ACCESS_KEY_ID + '/20260101/us-east-1/dynamodb/aws4_request, SignedHeaders=host, Signature=0',
    },
  }, (incoming) => {
    let body = '';
    incoming.on('data', (chunk) => { body += chunk; });
    incoming.on('end', () => resolve({ status: incoming.statusCode, ...JSON.parse(body || '{}') }));
  });
  outgoing.on('error', reject);
  outgoing.end(JSON.stringify({ TableName: process.env.ORDERS_TABLE_NAME, ...parameters }));
});
`;

const table = (type: string) => ({
  Orders: {
    Type: type,
    Properties: {
      AttributeDefinitions: [{ AttributeName: 'orderId', AttributeType: 'S' }],
      KeySchema: [{ AttributeName: 'orderId', KeyType: 'HASH' }],
      BillingMode: 'PAY_PER_REQUEST',
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
    },
  },
});

/** An assembly of one state that asks its table; of a type of table, or without one. */
export function tableAssembly(type: string | undefined = 'AWS::DynamoDB::Table'): string {
  const folder = cloudAssembly({
    Resources: {
      ...(type && table(type)),
      Stage: {
        Type: 'AWS::Lambda::Function',
        Metadata: { 'OrderWorkflow::Stage': { word: 'asker', faults: [] } },
        Properties: {
          Runtime: 'nodejs24.x',
          Handler: 'index.handler',
          Code: { S3Key: 'code.zip' },
          Timeout: 900,
          Environment: { Variables: type ? { ORDERS_TABLE_NAME: { Ref: 'Orders' } } : {} },
        },
      },
      Machine: {
        Type: 'AWS::StepFunctions::StateMachine',
        Properties: {
          DefinitionString: {
            'Fn::Sub': JSON.stringify({
              StartAt: 'Ask',
              States: { Ask: { Type: 'Task', Resource: `\${Stage.Arn}`, End: true } },
            }),
          },
        },
      },
    },
  });
  writeFileSync(join(folder, 'asset.code', 'index.mjs'), stage);
  return folder;
}
