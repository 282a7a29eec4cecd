import { letterTable as facts } from '@order-workflow/mailer';
import { AttributeType, BillingMode, type ITable, Table, TableEncryption } from 'aws-cdk-lib/aws-dynamodb';
import type { Construct } from 'constructs';
import type { TableKeeping } from './order-table.ts';

/** Which letters were sent: one item an order, without personal data, which DynamoDB lets go after a time. */
export function letterTable(scope: Construct, { encryptionKey }: Pick<TableKeeping, 'encryptionKey'>): ITable {
  return new Table(scope, 'LettersTable', {
    partitionKey: { name: facts.key, type: AttributeType.STRING },
    timeToLiveAttribute: facts.expiry,
    billingMode: BillingMode.PAY_PER_REQUEST,
    encryption: TableEncryption.CUSTOMER_MANAGED,
    encryptionKey,
    pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
  });
}
