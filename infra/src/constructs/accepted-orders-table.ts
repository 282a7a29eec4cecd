import { AttributeType, BillingMode, Table, TableEncryption } from 'aws-cdk-lib/aws-dynamodb';
import type { Construct } from 'constructs';
import type { TableKeeping } from './order-table.ts';

/**
 * What the order API has accepted: an item a key, and one an order, each for 14 days. It holds hashes, ids and names of executions,
 * and nothing of a customer.
 */
export function acceptedOrdersTable(scope: Construct, { encryptionKey, removalPolicy }: TableKeeping): Table {
  return new Table(scope, 'AcceptedOrders', {
    partitionKey: { name: 'id', type: AttributeType.STRING },
    timeToLiveAttribute: 'expiresAt',
    billingMode: BillingMode.PAY_PER_REQUEST,
    encryption: TableEncryption.CUSTOMER_MANAGED,
    encryptionKey,
    pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
    removalPolicy,
  });
}
