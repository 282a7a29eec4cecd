import { listedAtKey, orderIndexes } from '@order-workflow/stage-kit/order-store';
import { RemovalPolicy } from 'aws-cdk-lib';
import {
  AttributeType,
  BillingMode,
  type ITable,
  ProjectionType,
  Table,
  TableEncryption,
} from 'aws-cdk-lib/aws-dynamodb';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';

/** How what stages ask for is kept, tables and the keys that belong to them. */
export interface TableKeeping {
  readonly encryptionKey: IKey;
  readonly removalPolicy: RemovalPolicy;
}

interface StageTableProps extends TableKeeping {
  readonly key: string;
  /** Whether it is the order store's, by whose indexes orders are listed. */
  readonly listed: boolean;
}

/** A table that stages ask for by name, keyed by a text. Paid by request, and kept for 35 days back. */
export function stageTable(
  scope: Construct,
  name: string,
  { key, listed, encryptionKey, removalPolicy }: StageTableProps,
): ITable {
  const table = new Table(scope, tableId(name), {
    partitionKey: { name: key, type: AttributeType.STRING },
    billingMode: BillingMode.PAY_PER_REQUEST,
    encryption: TableEncryption.CUSTOMER_MANAGED,
    encryptionKey,
    pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
    deletionProtection: removalPolicy === RemovalPolicy.RETAIN,
    removalPolicy,
  });
  const text = (of: string) => ({ name: of, type: AttributeType.STRING });
  for (const index of listed ? Object.values(orderIndexes) : [])
    table.addGlobalSecondaryIndex({
      indexName: index.name,
      partitionKey: text(index.key),
      sortKey: text(listedAtKey),
      ...(index.holds.length > 0
        ? { projectionType: ProjectionType.INCLUDE, nonKeyAttributes: [...index.holds] }
        : { projectionType: ProjectionType.KEYS_ONLY }),
    });
  return table;
}

/** What the constructs of a table are called: `OrdersTable`. */
export function tableId(name: string): string {
  return `${name.charAt(0).toUpperCase()}${name.slice(1)}Table`;
}

/** The variable in which a stage finds the table: `ORDERS_TABLE_NAME`, `GIFT_CARDS_TABLE_NAME`. */
export function tableVariable(name: string): string {
  return `${name.replace(/(?<=[a-z\d])[A-Z]/g, '_$&').toUpperCase()}_TABLE_NAME`;
}
