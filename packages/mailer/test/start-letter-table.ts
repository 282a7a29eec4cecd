import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { callDynamo, type DynamoService } from '@order-workflow/stage-kit/dynamodb';
import dynalite from 'dynalite';
import { letterTable } from '../src/mailer-facts.ts';

export const testCredentials = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'x' } as const;

/** DynamoDB's protocol on loopback, with a table of letters. */
export async function startLetterTable(table: string) {
  const server = dynalite({ createTableMs: 0 });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const service: DynamoService = {
    url: new URL(`http://127.0.0.1:${port}`),
    region: 'us-east-1',
    credentials: () => testCredentials,
  };
  const made = {
    TableName: table,
    AttributeDefinitions: [{ AttributeName: letterTable.key, AttributeType: 'S' }],
    KeySchema: [{ AttributeName: letterTable.key, KeyType: 'HASH' }],
    BillingMode: 'PAY_PER_REQUEST',
  };
  await callDynamo(service)('CreateTable', made, new AbortController().signal);
  return {
    service,
    async stop() {
      server.closeAllConnections();
      await new Promise((stopped) => server.close(stopped));
    },
  };
}
