import type { ITable } from 'aws-cdk-lib/aws-dynamodb';
import { PolicyStatement, type Role } from 'aws-cdk-lib/aws-iam';

/** What DynamoDB does with the key of a table in the name of whoever asks for an item. */
const tableKeyActions = [
  'kms:Encrypt',
  'kms:Decrypt',
  'kms:ReEncryptFrom',
  'kms:ReEncryptTo',
  'kms:GenerateDataKey',
  'kms:GenerateDataKeyWithoutPlaintext',
  'kms:DescribeKey',
];

/**
 * Lets a role work on a table, item by item. DynamoDB uses the key as whoever asks it for an item, and only so is the key to be used.
 * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/encryption.usagenotes.html
 */
export function mayKeepItems(role: Role, table: ITable, actions: readonly string[]): void {
  const { tableArn, encryptionKey, stack } = table;
  role.addToPolicy(new PolicyStatement({ actions: [...actions], resources: [tableArn] }));
  if (encryptionKey)
    role.addToPolicy(
      new PolicyStatement({
        actions: tableKeyActions,
        resources: [encryptionKey.keyArn],
        conditions: { StringEquals: { 'kms:ViaService': `dynamodb.${stack.region}.${stack.urlSuffix}` } },
      }),
    );
}
