import { AttributeType, BillingMode, Table, TableEncryption } from 'aws-cdk-lib/aws-dynamodb';
import type { Construct } from 'constructs';
import { acknowledge } from './acknowledgements.ts';
import type { TableKeeping } from './order-table.ts';

/**
 * What the order API keeps of batches, for 14 days: an item a batch, and one a part of it, in which the orders are until they are
 * placed, and the answers from then on. It has no backup: what is placed is in the table of orders, and what is not can be sent again.
 */
export function batchTable(scope: Construct, { encryptionKey, removalPolicy }: TableKeeping): Table {
  const table = new Table(scope, 'BatchesTable', {
    partitionKey: { name: 'batchId', type: AttributeType.STRING },
    sortKey: { name: 'part', type: AttributeType.NUMBER },
    timeToLiveAttribute: 'expiresAt',
    billingMode: BillingMode.PAY_PER_REQUEST,
    encryption: TableEncryption.CUSTOMER_MANAGED,
    encryptionKey,
    removalPolicy,
  });
  acknowledge(table, 'batchTable');
  return table;
}
