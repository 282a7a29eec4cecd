import type { InProcessTables } from './in-process-tables.ts';

const credential = 'Credential=local/20260101/us-east-1/dynamodb/aws4_request';

/**
 * Calls an operation of DynamoDB. It believes every signature here.
 *
 * @throws Error when it is refused
 */
export async function callTables(tables: InProcessTables, operation: string, parameters: unknown): Promise<unknown> {
  const headers = {
    'content-type': 'application/x-amz-json-1.0',
    'x-amz-target': `DynamoDB_20120810.${operation}`,
    'x-amz-date': '20260101T000000Z',
    authorization: `AWS4-HMAC-SHA256 ${credential}, SignedHeaders=host, Signature=none`,
  };
  const { status, body } = await tables.call(headers, JSON.stringify(parameters));
  if (status !== 200) throw new Error(`DynamoDB refused ${operation}: ${body}`);
  return JSON.parse(body);
}
